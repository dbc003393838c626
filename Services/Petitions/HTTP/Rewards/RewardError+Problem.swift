import ServiceKit

extension RewardError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notOpen(let status):
      .conflict(code: "reward-not-open", detail: "The reward is \(status.rawValue).")
    case .tooLate:
      .conflict(code: "reward-lapsed", detail: "The period to claim the reward has run out.")
    case .alreadyGranted:
      .conflict(code: "reward-granted", detail: "The petition has its reward: one report is rewarded once.")
    }
  }
}
