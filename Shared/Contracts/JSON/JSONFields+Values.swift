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
    _ name: String, in range: ClosedRange<Int64> = 0...Int64.max
  ) throws(ContractViolation) -> Int64? {
    guard let value = value(name) else { return nil }
    guard case .number = value else { throw Self.wrongKind(value, wanted: "integer", field: path(name)) }
    guard let integer = value.integer else {
      throw violation(.fieldType, name, "Expected a whole number of sixty-four bits, without fraction or exponent.")
    }
    guard range.contains(integer) else {
      throw violation(.fieldRange, name, "The number must lie from \(range.lowerBound) to \(range.upperBound).")
    }
    return integer
  }

  /// A whole number within a range.
  public func integer(
    _ name: String, in range: ClosedRange<Int64> = 0...Int64.max
  ) throws(ContractViolation) -> Int64 {
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
    guard let uuid = UUID(uuidString: text) else { throw violation(.fieldFormat, name, "Expected a UUID.") }
    return uuid
  }

  /// A UUID.
  public func uuid(_ name: String) throws(ContractViolation) -> UUID { try required(try optionalUUID(name), name) }

  /// A region code that may be absent: six digits. Whether it exists is for the service to check.
  public func optionalRegion(_ name: String) throws(ContractViolation) -> String? {
    guard let text = try optionalString(name) else { return nil }
    guard text.utf8.count == 6, text.utf8.allSatisfy({ Byte.zero...Byte.nine ~= $0 }) else {
      throw violation(.fieldFormat, name, "Expected the six digits of a region code (GB/T 2260).")
    }
    return text
  }

  /// A region code: six digits.
  public func region(_ name: String) throws(ContractViolation) -> String {
    try required(try optionalRegion(name), name)
  }

  /// A SHA-256 as 64 hexadecimal digits, in lower case, that may be absent.
  public func optionalSHA256(_ name: String) throws(ContractViolation) -> String? {
    guard let text = try optionalString(name) else { return nil }
    guard text.utf8.count == 64, text.utf8.allSatisfy({ Byte.hexadecimalDigit($0) != nil }) else {
      throw violation(.fieldFormat, name, "Expected the 64 hexadecimal digits of a SHA-256.")
    }
    return text.lowercased()
  }

  /// A SHA-256 as 64 hexadecimal digits.
  public func sha256(_ name: String) throws(ContractViolation) -> String {
    try required(try optionalSHA256(name), name)
  }
}
