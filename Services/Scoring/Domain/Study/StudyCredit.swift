import FoundationEssentials

/// An examination that was passed after enough study: it earns points and incentives.
struct StudyCredit: Sendable, Equatable {
  /// The entry of the examination.
  let examId: UUID
  let exam: String
  let region: String
  /// When it was passed.
  let at: Date
  /// How long was studied for it.
  let minutes: Int
  /// The same in whole study units.
  let units: Int
  let penaltyNumber: String?
  /// The first instant at which it earns nothing any more.
  let until: Date

  func isValid(at instant: Date) -> Bool { at <= instant && instant < until }
}
