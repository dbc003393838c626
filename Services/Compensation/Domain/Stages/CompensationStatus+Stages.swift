import Contracts

extension CompensationStatus {
  /// The stages that may follow this one: clue, investigation, assessment, negotiation, restoration, evaluation, closure,
  /// in this order, with the court's confirmation, a suit, the insurer and termination as branches.
  ///
  /// One of the way is never left out; a case that must go back (an evaluation not met, a confirmation refused, an
  /// obligor found) goes back by name.
  var following: Set<CompensationStatus> {
    switch self {
    case .clue: [.filed, .notStarted]
    case .filed: [.investigation, .closed]
    case .investigation: [.assessment, .closed]
    case .assessment: [.negotiation, .insurance, .closed]
    case .negotiation: [.assessment, .agreed, .suit, .insurance, .closed]
    case .agreed: [.courtConfirmation, .performing, .negotiation, .suit, .insurance, .closed]
    case .courtConfirmation: [.performing, .negotiation, .suit, .insurance, .closed]
    case .performing: [.evaluation, .suit, .insurance, .closed]
    case .evaluation: [.performing, .closed]
    case .suit: [.negotiation, .performing, .insurance, .closed]
    case .insurance: [.negotiation, .performing, .suit, .closed]
    case .notStarted, .closed: []
    }
  }

  /// Whether a case was started and is not over.
  var isUnderWay: Bool {
    switch self {
    case .clue, .notStarted, .closed: false
    default: true
    }
  }

  /// All stages of a case under way.
  static let underWay = Set(allCases.filter(\.isUnderWay))

  /// The code of the stage in the rule packs.
  var ruleCode: String {
    switch self {
    case .clue: "CLUE_SCREENING"
    case .notStarted: "NOT_STARTED"
    case .filed: "FILING"
    case .investigation: "INVESTIGATION"
    case .assessment: "ASSESSMENT"
    case .negotiation: "NEGOTIATION"
    case .agreed: "AGREEMENT"
    case .courtConfirmation: "COURT_CONFIRMATION"
    case .performing: "RESTORATION"
    case .evaluation: "EVALUATION"
    case .suit: "SUIT"
    case .insurance: "INSURANCE"
    case .closed: "CLOSURE"
    }
  }
}
