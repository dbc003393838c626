/// Who changed what, and why.
public struct AuditEntry: Sendable {
  /// The subject of the token, or the name of the service for what no person did.
  public let actor: String
  public let action: String
  public let subject: String
  public let cause: String
  /// What changed, as JSON; no personal data.
  public let detail: [UInt8]

  public init(actor: String, action: String, subject: String, cause: String, detail: [UInt8] = Array("{}".utf8)) {
    self.actor = actor
    self.action = action
    self.subject = subject
    self.cause = cause
    self.detail = detail
  }
}
