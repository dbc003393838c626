/// The legal clocks of a case.
enum DeadlineKind: String, Sendable, CaseIterable {
  /// From the clue until it is checked (生态环境损害赔偿管理规定 第十七条).
  case check
  /// From the filing until the case is closed.
  case close
  /// From the notice until it is served.
  case serveNotice = "serve-notice"
  /// From an approved stop of the periods until they must run again.
  case resume
  /// From the notice until the obligor answers whether it negotiates.
  case reply
  /// From the notice until a negotiation has come to an end.
  case negotiation
  /// Until an instalment of an agreement is paid.
  case instalment
  /// Until all of an agreement, or of a restoration that goes on, is done.
  case performance

  /// The key of its period in the rule packs.
  var rule: String {
    switch self {
    case .check: "compensation.clue.check"
    case .close: "compensation.close"
    case .serveNotice: "compensation.notice.service"
    case .resume: "compensation.suspension"
    case .reply: "compensation.negotiation.reply"
    case .negotiation: "compensation.negotiation.duration"
    case .instalment: "compensation.agreement.instalment"
    case .performance: "compensation.agreement.performance"
    }
  }

  /// Whether it stands while the case is suspended.
  var stands: Bool { self != .resume && !isAgreed }

  /// Whether its end is fixed by the parties, not by a rule.
  var isAgreed: Bool { self == .instalment || self == .performance }
}
