/// Where a work reminder letter stands.
enum LetterStatus: String, Sendable, CaseIterable {
  /// Findings are being gathered.
  case draft
  case issued
  /// 签收.
  case acknowledged
  case answered
  /// The answer was enough.
  case closed
}
