/// The legal clocks of a case.
enum DeadlineKind: String, Sendable, CaseIterable {
  /// From the clue until it is checked (生态环境损害赔偿管理规定 第十七条).
  case check
  /// From the filing until the case is closed.
  case close
}
