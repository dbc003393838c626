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

  /// The key of its period in the rule packs.
  var rule: String {
    switch self {
    case .check: "compensation.clue.check"
    case .close: "compensation.close"
    case .serveNotice: "compensation.notice.service"
    case .resume: "compensation.suspension"
    }
  }

  /// Whether it stands while the case is suspended.
  var stands: Bool { self != .resume }
}
