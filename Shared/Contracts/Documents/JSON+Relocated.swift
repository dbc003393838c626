extension JSON {
  /// A schema whose references point to where API documents keep what is shared, `#/components/schemas/…`, instead of
  /// `#/$defs/…`.
  public var relocated: JSON {
    switch self {
    case .object(let object):
      .object(
        JSONObject(
          object.members.map { member in
            if member.name == "examples" { return member }
            if member.name == "$ref", let target = member.value.string, target.hasPrefix("#/$defs/") {
              return JSONMember(name: "$ref", value: .string("#/components/schemas/\(target.dropFirst(8))"))
            }
            return JSONMember(name: member.name, value: member.value.relocated)
          }))
    case .array(let elements): .array(elements.map(\.relocated))
    default: self
    }
  }
}
