/// Who took part in a meeting: as what, and how many. Names stay in the minutes.
public struct MeetingParticipant: JSONConvertible {
  /// As what.
  public var role: MeetingRole
  /// How many people.
  public var count: Int

  public init(
    role: MeetingRole, count: Int
  ) {
    self.role = role
    self.count = count
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    role = try fields.code("role")
    count = try fields.integer("count")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("role", code: role)
    object.set("count", count)
    return .object(object)
  }
}
