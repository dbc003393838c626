/// What a record of a case says, named after the event that told it.
enum CaseRecordKind: String, Sendable, CaseIterable {
  case penaltyFiled = "penalty.filed"
  case noticePlanned = "penalty.notice-planned"
  case penaltyDecided = "penalty.decided"
  case rectification = "rectification.verified"
  case study = "study.completed"
  case exam = "exam.passed"
  case apology = "apology.published"
  case crime = "crime.referred"
  case clue = "compensation.clue-opened"
  /// Another clue on the same act was taken into the compensation case.
  case clueJoined = "compensation.clue-joined"
  /// Somebody liable was found for a compensation case that had nobody.
  case obligorNamed = "compensation.obligor-named"
  case compensationFiled = "compensation.filed"
  case compensationNotStarted = "compensation.not-started"
  case compensationClosed = "compensation.closed"
  /// An earlier fact does not stand: its record is passed over.
  case correction = "fact.corrected"
  /// A firm asked in writing to apologise in public; entered by staff.
  case apologyRequest = "apology.requested"
}
