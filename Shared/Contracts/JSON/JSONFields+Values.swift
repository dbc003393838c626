public import FoundationEssentials

extension JSONFields {
  /// A truth value that may be absent.
  public func optionalBool(_ name: String) throws(ContractViolation) -> Bool? {
    guard let value = value(name) else { return nil }
    guard case .bool(let bool) = value else { throw Self.wrongKind(value, wanted: "boolean", field: path(name)) }
    return bool
  }

  /// A truth value.
  public func bool(_ name: String) throws(ContractViolation) -> Bool { try required(try optionalBool(name), name) }

  /// A whole number within a range, that may be absent.
  public func optionalInteger(
    _ name: String, in range: ClosedRange<Int> = 0...Int.max
  ) throws(ContractViolation) -> Int? {
    guard let value = value(name) else { return nil }
    guard case .number = value else { throw Self.wrongKind(value, wanted: "integer", field: path(name)) }
    guard let integer = value.integer.flatMap(Int.init(exactly:)) else {
      throw violation(.fieldType, name, "Expected a whole number of sixty-four bits, without fraction or exponent.")
    }
    guard range.contains(integer) else {
      throw violation(.fieldRange, name, "The number must lie from \(range.lowerBound) to \(range.upperBound).")
    }
    return integer
  }

  /// A whole number within a range.
  public func integer(
    _ name: String, in range: ClosedRange<Int> = 0...Int.max
  ) throws(ContractViolation) -> Int {
    try required(try optionalInteger(name, in: range), name)
  }

  /// An instant (RFC 3339 with its offset) that may be absent.
  public func optionalInstant(_ name: String) throws(ContractViolation) -> Date? {
    guard let value = value(name) else { return nil }
    guard case .string(let text) = value else { throw Self.wrongKind(value, wanted: "string", field: path(name)) }
    guard let date = RFC3339.date(from: text) else {
      throw violation(.fieldFormat, name, "Expected an instant such as 2026-01-06T16:00:00+08:00 (RFC 3339).")
    }
    return date
  }

  /// An instant (RFC 3339 with its offset).
  public func instant(_ name: String) throws(ContractViolation) -> Date {
    try required(try optionalInstant(name), name)
  }

  /// A UUID that may be absent.
  public func optionalUUID(_ name: String) throws(ContractViolation) -> UUID? {
    guard let value = value(name) else { return nil }
    guard case .string(let text) = value else { throw Self.wrongKind(value, wanted: "string", field: path(name)) }
    guard let uuid = UUID(text: text) else { throw violation(.fieldFormat, name, "Expected a UUID.") }
    return uuid
  }

  /// A UUID.
  public func uuid(_ name: String) throws(ContractViolation) -> UUID { try required(try optionalUUID(name), name) }
}
