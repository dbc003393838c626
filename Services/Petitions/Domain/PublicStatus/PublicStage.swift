import Contracts

/// Where a case stands, in the words for whoever asked.
enum PublicStage: String, Sendable, CaseIterable {
  case received
  case accepted
  case refused
  case inProgress = "in-progress"
  case answered
  case underReview = "under-review"
  case closed

  init(_ status: PetitionStatus) {
    self =
      switch status {
      case .received: .received
      case .accepted: .accepted
      case .refused: .refused
      case .transferred, .objected, .assigned, .handled, .rechecked, .published, .reopened, .merged: .inProgress
      case .concluded: .answered
      case .underReview, .underReexamination: .underReview
      case .archived, .final: .closed
      }
  }

  func text(_ language: PublicLanguage) -> String {
    switch (self, language) {
    case (.received, .chinese): "已收到，正在审查是否受理。"
    case (.received, .english): "Received; it is being decided whether it is accepted."
    case (.accepted, .chinese): "已受理。"
    case (.accepted, .english): "Accepted."
    case (.refused, .chinese): "不予受理，理由已另行告知。"
    case (.refused, .english): "Not accepted; the reason was told separately."
    case (.inProgress, .chinese): "正在办理。"
    case (.inProgress, .english): "Being handled."
    case (.answered, .chinese): "已办结，处理意见已另行答复。"
    case (.answered, .english): "Concluded; the answer was given separately."
    case (.underReview, .chinese): "正在复查（复核）。"
    case (.underReview, .english): "Under review."
    case (.closed, .chinese): "已办结归档。"
    case (.closed, .english): "Closed and filed."
    }
  }
}
