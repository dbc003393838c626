import Contracts
import FoundationEssentials

/// Gathers what a step needs.
struct Need {
  private(set) var missing: [String] = []

  /// Notes the sentence unless the condition holds.
  mutating func callAsFunction(_ condition: Bool, _ sentence: String) {
    if !condition { missing.append(sentence) }
  }

  /// The sentences noted by the body.
  static func list(_ body: (inout Need) -> Void) -> [String] {
    var need = Need()
    body(&need)
    return need.missing
  }
}

extension Petition {
  /// What the steps on the way from acceptance to the file need.
  func mainNeeds(of step: StepName, _ need: inout Need) {
    let isWithUnit = status == .assigned || status == .transferred
    let isDecided = file.handled != nil && file.findings.allSatisfy { $0.verified != nil }
    switch step {
    case .assign, .transfer:
      need(file.handled == nil, "the case is handled already")
    case .takeOver:
      need(file.custody?.isTransferOpen == true, "no transfer waits to be taken over")
    case .investigate:
      need(isWithUnit, "the case is not with a unit: assign or transfer it")
    case .handle:
      need(isWithUnit || status == .handled, "the case is not with a unit: assign or transfer it")
    case .verify:
      need(file.handled != nil, "the case is not handled")
      need(file.findings.contains { $0.verified == nil }, "no finding is open")
    case .conclude:
      need(isDecided, "the case is not handled, or a finding is not verified")
      need(file.concluded == nil, "the answer was given already")
      need(file.pause == nil, "the clocks stand: let them run first")
    case .recheck:
      need(isDecided, "the case is not handled, or a finding is not verified")
      need(file.passedRecheck == nil, "the re-check has passed already")
      need(file.pause == nil, "the clocks stand: let them run first")
    case .publish:
      need(file.passedRecheck != nil, "the re-check has not passed")
      need(file.concluded != nil, "the answer is not given")
      need(file.published == nil, "publication is decided already")
    case .callBack:
      need(file.passedRecheck != nil, "the re-check has not passed")
    default: break
    }
  }

  /// What the steps beside the way need.
  func sideNeeds(of step: StepName, at now: Date?, _ need: inout Need) {
    func runs(_ kind: DeadlineKind) -> Bool { clock(kind).map { now ?? .distantPast < $0.basis.due } ?? false }
    switch step {
    case .object:
      need(file.custody?.isTransferOpen == true, "no transfer waits to be taken over")
      need(file.custody?.isObjectionDecided == false, "an objection to this transfer was decided")
      need(runs(.objection), "the time to object has run out")
    case .decideObjection:
      need(file.custody?.objection != nil, "nobody objects")
    case .extend:
      need(file.concluded == nil && runs(.conclusion), "the period for the answer does not run")
      need(file.pause == nil, "the clocks stand: let them run first")
    case .pause:
      need(file.pause == nil, "the clocks stand already")
      need(file.concluded == nil || file.openReview != nil, "no clock runs that may stand")
    case .resume:
      need(file.pause != nil, "no clock stands")
    case .hear:
      need(file.concluded == nil || file.openReview != nil, "the answer was given already")
      need(file.pause == nil, "the clocks stand: let them run first")
    case .settle:
      need(file.concluded == nil, "the answer was given already")
    case .referToPolice:
      need(file.findings.contains { $0.verified == true }, "no finding is verified")
      need(file.concluded == nil, "the answer was given already: open the case again")
    case .policeAnswer:
      need(file.referrals.count > file.policeAnswers.count, "no referral waits for an answer")
    case .reopen:
      need(file.concluded != nil, "the answer is not given")
      need(!file.isFinal, "the answer was re-examined: it is final")
    case .requestReview:
      need(file.concluded != nil, "the answer is not given")
      need(file.currentReviews.count < 2, "the answer was re-examined: it is final")
      need(runs(file.currentReviews.isEmpty ? .reviewRequest : .reexaminationRequest), "the time to ask has run out")
    case .decideReview:
      need(file.openReview != nil, "no review runs")
      need(file.pause == nil, "the clocks stand: let them run first")
    default: break
    }
  }
}
