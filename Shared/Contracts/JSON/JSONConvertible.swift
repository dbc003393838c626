/// A value with one form in JSON, read back strictly.
public protocol JSONConvertible: Sendable, Equatable {
  /// Reads the value from the fields of an object; fields it does not know are tolerated.
  init(fields: JSONFields) throws(ContractViolation)

  /// The value as JSON; fields without a value are left out.
  var json: JSON { get }
}

extension JSONConvertible {
  /// Reads the value from a JSON object.
  /// - Parameters:
  ///   - json: the value; anything but an object is a violation.
  ///   - path: where it stands in the event, for the violation's `field`.
  public init(json: JSON, path: String = "data") throws(ContractViolation) {
    try self.init(fields: JSONFields(json, path: path))
  }
}
