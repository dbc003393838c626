/// Reads the fields of one object, so that every violation names the field from the root: `data.reporter.phone`.
///
/// A field that is `null` counts as absent. Fields nobody asks for are tolerated: senders add fields before we do.
public struct JSONFields: Sendable {
  /// The object read.
  public let object: JSONObject
  /// Where the object stands, such as `data` or `data.attachments[2]`.
  public let path: String

  /// - Throws: `field-type` when the value is no object.
  public init(_ json: JSON, path: String) throws(ContractViolation) {
    guard case .object(let object) = json else { throw Self.wrongKind(json, wanted: "object", field: path) }
    self.object = object
    self.path = path
  }

  /// The full path of a field.
  public func path(_ name: String) -> String { "\(path).\(name)" }

  /// The raw value of a field, nil when it is absent or `null`.
  public func value(_ name: String) -> JSON? {
    guard let value = object[name], !value.isNull else { return nil }
    return value
  }

  /// A violation of one of the fields.
  public func violation(_ code: ViolationCode, _ name: String, _ message: String? = nil) -> ContractViolation {
    ContractViolation(code, field: path(name), message: message)
  }

  /// The value of an optional field that must be there after all.
  func required<Value>(_ value: Value?, _ name: String) throws(ContractViolation) -> Value {
    guard let value else { throw violation(.fieldMissing, name) }
    return value
  }

  static func wrongKind(_ json: JSON, wanted: String, field: String) -> ContractViolation {
    ContractViolation(
      .fieldType, field: field, message: "Expected \(wanted) here, but the value is of kind \(json.kind).")
  }
}
