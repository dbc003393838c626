extension JSONFields {
  /// The default limit of an identifier, in bytes of UTF-8: it must fit an index of the database.
  public static let identifierLimit = 256

  /// An identifier or code: not empty, within `limit` bytes, without control or text direction characters, since two
  /// identifiers that look alike must not be two.
  public func string(_ name: String, limit: Int = identifierLimit) throws(ContractViolation) -> String {
    try required(try optionalString(name, limit: limit), name)
  }

  /// An identifier or code that may be absent.
  public func optionalString(
    _ name: String, limit: Int = identifierLimit
  ) throws(ContractViolation) -> String? {
    guard let value = value(name) else { return nil }
    guard case .string(let text) = value else {
      throw Self.wrongKind(value, wanted: "string", field: path(name))
    }
    return try Self.identifier(text, limit: limit, field: path(name))
  }

  /// Checks one identifier.
  static func identifier(_ text: String, limit: Int, field: String) throws(ContractViolation) -> String {
    guard !text.isEmpty else { throw ContractViolation(.fieldEmpty, field: field) }
    guard text.utf8.count <= limit else { throw tooLong(limit, field: field) }
    guard FreeText.isClean(text, keepingLines: false) else { throw ContractViolation(.controlCharacter, field: field) }
    return text
  }

  /// Words that a person wrote, cleaned as `FreeText` describes; nothing left over counts as absent.
  public func optionalText(_ name: String, limit: Int) throws(ContractViolation) -> String? {
    guard let value = value(name) else { return nil }
    guard case .string(let text) = value else {
      throw Self.wrongKind(value, wanted: "string", field: path(name))
    }
    guard text.utf8.count <= limit else { throw Self.tooLong(limit, field: path(name)) }
    let clean = FreeText.clean(text)
    return FreeText.isBlank(clean) ? nil : clean
  }

  /// Words that a person wrote and that must say something.
  public func text(_ name: String, limit: Int) throws(ContractViolation) -> String {
    guard let text = try optionalText(name, limit: limit) else {
      throw violation(value(name) == nil ? .fieldMissing : .fieldEmpty, name)
    }
    return text
  }

  static func tooLong(_ limit: Int, field: String) -> ContractViolation {
    ContractViolation(.fieldTooLong, field: field, message: "The field is longer than \(limit) bytes of UTF-8.")
  }
}
