public import FoundationEssentials

/// A message that was not taken in, as an operator sees it: everything but its content, which stays sealed.
public struct DeadLetter: Sendable {
  public let id: Int64
  public let topic: String
  public let partition: Int32
  public let offset: Int64
  public let orderingKey: String
  public let state: DeadLetterState
  public let code: String
  public let field: String?
  public let message: String
  public let attempts: Int
  public let madeAt: Date
  /// When it was taken in or given up; nil while it is not.
  public let settledAt: Date?
}
