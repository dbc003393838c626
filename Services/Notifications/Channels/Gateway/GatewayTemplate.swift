/// Fills `{{name}}` in; what is not known stays empty, and nothing that was filled in is looked at again.
enum GatewayTemplate {
  static func fill(_ template: String, _ values: [String: String], encoding: GatewayEncoding) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstRange(of: "{{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
      text += rest[..<open.lowerBound]
      let name = rest[open.upperBound..<close.lowerBound].filter { $0 != " " }
      text += values[String(name)].map(encoding.write) ?? ""
      rest = rest[close.upperBound...]
    }
    return text + rest
  }
}
