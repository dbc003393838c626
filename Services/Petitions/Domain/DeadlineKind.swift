/// The legal clocks of a petition.
enum DeadlineKind: String, Sendable, CaseIterable {
  /// From receipt until the petitioner is told whether it is accepted (信访工作条例 第二十三条).
  case acceptance
  /// From acceptance until the answer is given (第三十四条).
  case conclusion
}
