/// How pressing a message is. Quiet hours, digests and throttling are for ordinary ones.
public enum MessageUrgency: String, Sendable, CaseIterable {
  /// It may wait for the morning, and be told with others.
  case ordinary
  /// Goes out at once and waits for no earlier message of its subject (紧急).
  case urgent
  /// A step of a procedure that the law asks for, with proof (法定送达): never merged, never dropped.
  case legal
}
