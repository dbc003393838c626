/// The head of a chain as it was published.
struct AuditHead: Sendable {
  let seal: Int64
  /// 64 hexadecimal digits.
  let sha256: String
  /// When it was made, as the event says it.
  let at: String
}
