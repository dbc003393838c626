extension JSONFields {
  /// A code of a closed list that may be absent.
  public func optionalCode<Code: RawRepresentable<String> & CaseIterable>(
    _ name: String, as type: Code.Type = Code.self
  ) throws(ContractViolation) -> Code? {
    guard let text = try optionalString(name) else { return nil }
    return try Self.code(text, field: path(name))
  }

  /// A code of a closed list.
  public func code<Code: RawRepresentable<String> & CaseIterable>(
    _ name: String, as type: Code.Type = Code.self
  ) throws(ContractViolation) -> Code {
    try required(try optionalCode(name, as: type), name)
  }

  /// A list of codes; absent counts as empty, unless it is required.
  public func codes<Code: RawRepresentable<String> & CaseIterable>(
    _ name: String, as type: Code.Type = Code.self, required: Bool = false, maximum: Int = 64
  ) throws(ContractViolation) -> [Code] {
    let texts = try strings(name, required: required, maximum: maximum)
    var codes: [Code] = []
    for (index, text) in texts.enumerated() { codes.append(try Self.code(text, field: "\(path(name))[\(index)]")) }
    return codes
  }

  /// An object that may be absent.
  public func optionalObject<Value: JSONConvertible>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(ContractViolation) -> Value? {
    guard let value = value(name) else { return nil }
    return try Value(json: value, path: path(name))
  }

  /// An object.
  public func object<Value: JSONConvertible>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(ContractViolation) -> Value {
    try required(try optionalObject(name, as: type), name)
  }

  /// A list of objects; absent counts as empty, unless it is required.
  public func objects<Value: JSONConvertible>(
    _ name: String, as type: Value.Type = Value.self, required: Bool = false, maximum: Int = 64
  ) throws(ContractViolation) -> [Value] {
    var values: [Value] = []
    for (index, element) in try elements(name, required: required, maximum: maximum).enumerated() {
      values.append(try Value(json: element, path: "\(path(name))[\(index)]"))
    }
    return values
  }

  /// A list of identifiers; absent counts as empty, unless it is required.
  public func strings(
    _ name: String, required: Bool = false, maximum: Int = 64, limit: Int = identifierLimit
  ) throws(ContractViolation) -> [String] {
    var texts: [String] = []
    for (index, element) in try elements(name, required: required, maximum: maximum).enumerated() {
      let field = "\(path(name))[\(index)]"
      guard case .string(let text) = element else { throw Self.wrongKind(element, wanted: "string", field: field) }
      texts.append(try Self.identifier(text, limit: limit, field: field))
    }
    return texts
  }

  private func elements(_ name: String, required: Bool, maximum: Int) throws(ContractViolation) -> [JSON] {
    guard let value = value(name) else {
      if required { throw violation(.fieldMissing, name) }
      return []
    }
    guard case .array(let elements) = value else { throw Self.wrongKind(value, wanted: "array", field: path(name)) }
    guard elements.count <= maximum else {
      throw violation(.tooManyItems, name, "The list may have at most \(maximum) items.")
    }
    return elements
  }

  private static func code<Code: RawRepresentable<String> & CaseIterable>(
    _ text: String, field: String
  ) throws(ContractViolation) -> Code {
    guard let code = Code(rawValue: text) else {
      let known = Code.allCases.map(\.rawValue).joined(separator: ", ")
      throw ContractViolation(.fieldUnknownValue, field: field, message: "The value must be one of \(known).")
    }
    return code
  }
}
