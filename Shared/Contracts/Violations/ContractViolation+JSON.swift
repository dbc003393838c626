extension ContractViolation {
  /// What the parser found wrong with the text of `field`.
  public init(_ error: JSONError, field: String) {
    let code: ViolationCode =
      switch error.reason {
      case .tooLarge: .valueTooLarge
      case .tooDeep: .jsonTooDeep
      case .duplicateName: .jsonDuplicateName
      case .invalidUTF8, .loneSurrogate: .utf8Invalid
      case .unexpectedEnd, .unexpectedByte, .trailingBytes, .invalidNumber, .invalidEscape, .controlCharacter:
        .jsonInvalid
      }
    self.init(code, field: field, message: "\(code.meaning) At byte \(error.offset): \(error.reason.rawValue).")
  }
}
