import Contracts

/// What an update of a service request says, in the extended words of the service-request-updates extension.
enum Open311Progress: String, Sendable, CaseIterable {
  case open
  case investigating
  case inProgress = "in_progress"
  case actionScheduled = "action_scheduled"
  case fixed
  case duplicate
  case notResponsible = "not_responsible"
  case noFurtherAction = "no_further_action"
  case closed

  /// The steps of a petition that its petitioner may hear of, as the history names them.
  static let steps = [
    "accept", "refuse", "assign", "take-over", "investigate", "handle", "conclude", "merged", "reopen", "archive",
  ]

  /// What a step comes to; nil for one that is nobody's business but the bureau's.
  /// - Parameter detail: what the history keeps of the step, of which codes alone are looked at.
  init?(step: String, detail: JSON) {
    switch step {
    case "accept", "investigate": self = .investigating
    case "refuse":
      let isForeign = detail["reason"]?.string == RefusalReason.notCompetent.rawValue
      self = isForeign ? .notResponsible : .noFurtherAction
    case "assign", "take-over": self = .inProgress
    case "handle": self = .actionScheduled
    case "conclude":
      self = detail["verdict"]?.string == PetitionVerdict.support.rawValue ? .fixed : .noFurtherAction
    case "merged":
      // The history of the petition that leads says the same word.
      guard detail["relation"]?.string == PetitionRelation.mergedInto.rawValue else { return nil }
      self = .duplicate
    case "reopen": self = .open
    case "archive": self = .closed
    default: return nil
    }
  }

  /// In words for whoever reported it; never those of staff.
  func text(_ language: PublicLanguage) -> String {
    switch (self, language) {
    case (.open, .chinese): "已重新办理。"
    case (.open, .english): "Opened again."
    case (.investigating, .chinese): "已受理，正在调查。"
    case (.investigating, .english): "Accepted; it is being investigated."
    case (.inProgress, .chinese): "已交办，正在办理。"
    case (.inProgress, .english): "Handed over; it is being handled."
    case (.actionScheduled, .chinese): "已提出处理措施。"
    case (.actionScheduled, .english): "Measures were ordered."
    case (.fixed, .chinese): "已办结，诉求得到支持。"
    case (.fixed, .english): "Concluded; the request was supported."
    case (.duplicate, .chinese): "与另一信访件合并办理。"
    case (.duplicate, .english): "Handled together with another report."
    case (.notResponsible, .chinese): "不属于本机关职权范围，不予受理。"
    case (.notResponsible, .english): "Not accepted: the matter is not this bureau's."
    case (.noFurtherAction, .chinese): "已答复，不再采取进一步措施。"
    case (.noFurtherAction, .english): "Answered; no further action is taken."
    case (.closed, .chinese): "已办结归档。"
    case (.closed, .english): "Closed and filed."
    }
  }
}
