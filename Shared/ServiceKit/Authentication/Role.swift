/// What a caller may do, as the `roles` of a token say.
public enum Role: String, Sendable, CaseIterable {
  /// Registers and hands on.
  case clerk
  /// Investigates and answers.
  case handler
  /// Watches over deadlines and quality.
  case supervisor
  /// Decides.
  case leader
  /// Books payments on the one account.
  case finance
  /// Reads everything, changes nothing.
  case auditor
  /// Runs the services: dead letters, replays, the clock.
  case `operator`
  /// A downstream agency.
  case agency
  /// An intake system.
  case hotline
  /// An enterprise that reads and answers what it is told; the token's subject is its subject key (`uscc:…`, `site:…`).
  case enterprise
}
