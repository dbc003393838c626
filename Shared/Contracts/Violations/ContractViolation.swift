/// Why a record breaks the contract, so that its sender can mend it without asking anybody.
///
/// It goes to the receipts topic and the dead letters as it stands. It therefore never quotes what was sent: a
/// complaint's values may hold a person's name or words.
public struct ContractViolation: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of breach; stable, for programs.
  public var code: ViolationCode
  /// Where: `data.reporter.phone`, an attribute such as `time`, `value` for the record's bytes, `topic`.
  public var field: String
  /// One sentence for people, without any value that was sent.
  public var message: String
  /// What the sender can do about it.
  public var remedy: String

  /// - Parameters:
  ///   - message: nil takes the general sentence of the code.
  ///   - remedy: nil takes the general remedy of the code.
  public init(_ code: ViolationCode, field: String, message: String? = nil, remedy: String? = nil) {
    self.code = code
    self.field = field
    self.message = message ?? code.meaning
    self.remedy = remedy ?? code.remedy
  }

  public var description: String { "\(code.rawValue) at \(field): \(message) \(remedy)" }
}
