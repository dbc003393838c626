/// What is counted of petitions, by the codes of the rule packs (`petition.measures`).
enum FigureMeasure: String, Sendable, CaseIterable {
  case received = "RECEIVED"
  case acceptable = "ACCEPTABLE"
  case acceptedInTime = "ACCEPTED_IN_TIME"
  case due = "DUE"
  case concludedInTime = "CONCLUDED_IN_TIME"
  case accepted = "ACCEPTED"
  case concluded = "CONCLUDED"
  case replied = "REPLIED"
  case calledBack = "CALLED_BACK"
  case satisfied = "SATISFIED"
  case screened = "SCREENED"
  case disputes = "DISPUTES"
  case irregularPetitions = "IRREGULAR_PETITIONS"

  /// Its column in the counters.
  var column: String { rawValue.lowercased() }
}
