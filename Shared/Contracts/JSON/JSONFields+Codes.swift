extension JSONFields {
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

  /// A subject key that may be absent: `uscc:` and eighteen characters, or `site:`, a region and a slug. The check
  /// character and the existence of the region are for the service to check.
  public func optionalSubjectKey(_ name: String) throws(ContractViolation) -> String? {
    guard let text = try optionalString(name) else { return nil }
    guard Self.isSubjectKey(text) else {
      throw violation(.fieldFormat, name, "Expected uscc: and eighteen characters, or site:, region, colon and slug.")
    }
    return text
  }

  /// A subject key.
  public func subjectKey(_ name: String) throws(ContractViolation) -> String {
    try required(try optionalSubjectKey(name), name)
  }

  private static func isSubjectKey(_ text: String) -> Bool {
    let bytes = Array(text.utf8.dropFirst(5))
    if text.hasPrefix("uscc:") {
      return bytes.count == 18
        && bytes.allSatisfy { Byte.zero...Byte.nine ~= $0 || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    }
    return text.hasPrefix("site:") && bytes.count > 7 && bytes[6] == Byte.colon
      && bytes[..<6].allSatisfy { Byte.zero...Byte.nine ~= $0 }
  }
}
