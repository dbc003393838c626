import Contracts
import FoundationEssentials

extension Petition {
  /// Whether a step is the petition's turn.
  ///
  /// The five steps (受理接收、转办交办、处置办理、公示公开、汇总归档) follow each other and none can be skipped: each asks
  /// for what the one before it leaves behind.
  /// - Parameter now: rights that have lapsed by then are no turn; nil leaves the time aside.
  /// - Returns: what is missing, in sentences; empty when the step can be taken.
  func missing(for step: StepName, requiresCallBack: Bool = true, at now: Date? = nil) -> [String] {
    if let blocked = blocked(step) { return [blocked] }
    if let alone = missing(whileMerged: step) { return alone }
    return switch step {
    case .accept, .refuse:
      status == .received ? [] : ["the petition is \(status.rawValue), it was decided before"]
    case .contact, .withdraw: []
    case .notice: file.notices.allSatisfy(\.isDone) ? ["no notice is owed"] : []
    case .readmit: file.withdrawn.isEmpty ? ["nobody withdrew from the case"] : []
    case .summarise: file.refused == nil ? [] : ["the petition was refused"]
    case .approveSummary: file.draft == nil ? ["no summary waits for approval"] : []
    case .supervise: []
    case .nameLeader: isOpen ? [] : ["the petition waits for no answer"]
    case .visitSite: file.matter?.backlog == nil ? ["the case is no backlog case"] : []
    case .liftSupervision: file.supervision == nil ? ["the case is not supervised"] : []
    case .archive: missingForArchive(requiresCallBack)
    default:
      if file.refused != nil {
        ["the petition was refused"]
      } else if file.accepted == nil {
        ["the petition is not accepted"]
      } else {
        Need.list { need in
          mainNeeds(of: step, &need)
          sideNeeds(of: step, at: now, &need)
        }
      }
    }
  }

  /// The steps that can be taken now.
  func nextSteps(requiresCallBack: Bool = true, at now: Date? = nil) -> [StepName] {
    StepName.allCases.filter { missing(for: $0, requiresCallBack: requiresCallBack, at: now).isEmpty }
  }

  /// - Throws: `outOfTurn` with what is missing and the steps that can be taken.
  func begin(_ step: StepName, requiresCallBack: Bool = true) throws(PetitionError) {
    let missing = missing(for: step, requiresCallBack: requiresCallBack)
    guard missing.isEmpty else {
      throw .outOfTurn(step, status: status, missing: missing, next: nextSteps(requiresCallBack: requiresCallBack))
    }
  }

  /// Why nothing but certain steps can be taken at all.
  private func blocked(_ step: StepName) -> String? {
    if file.archived != nil, file.isFinal { return "the case is closed for good: it was re-examined" }
    if file.openReview != nil {
      let allowed: Set<StepName> = [
        .decideReview, .hear, .pause, .resume, .contact, .notice, .supervise, .liftSupervision, .withdraw, .readmit,
      ]
      return allowed.contains(step) ? nil : "a review of the answer runs"
    }
    if file.archived != nil {
      let allowed: Set<StepName> = [.reopen, .requestReview, .policeAnswer, .notice]
      return allowed.contains(step) ? nil : "the case is archived"
    }
    if file.custody?.objection != nil {
      let allowed: Set<StepName> = [
        .decideObjection, .extend, .pause, .resume, .contact, .notice, .supervise, .liftSupervision, .withdraw,
        .readmit,
      ]
      return allowed.contains(step) ? nil : "the receiver's objection is not decided"
    }
    return nil
  }

  /// What a petition that was merged into another lacks for a step; nil where it stands for itself. All is done with its
  /// lead until the answer is there: then it is told, may be reviewed, and is filed, each petition for itself.
  private func missing(whileMerged step: StepName) -> [String]? {
    guard let lead = file.matter?.mergedIntoNumber else { return nil }
    switch step {
    case .contact, .notice, .withdraw, .readmit: return nil
    case .archive:
      return (file.concluded == nil ? ["the petition that leads, \(lead), is not answered"] : [])
        + (1...3).filter { contact($0)?.isDone != true }.map { "contact \($0) is not made" }
    case .requestReview, .decideReview, .hear, .pause, .resume:
      return file.concluded == nil ? ["the petition is handled with \(lead)"] : nil
    default: return ["the petition is handled with \(lead)"]
    }
  }

  /// A refused petition needs the first two contacts alone: the refusal is the second, and there is no answer to give.
  private func missingForArchive(_ requiresCallBack: Bool) -> [String] {
    Need.list { need in
      if file.refused == nil {
        need(file.accepted != nil, "the petition is not accepted")
        need(file.handled != nil, "the case is not handled")
        need(file.concluded != nil, "the answer is not given")
        need(file.passedRecheck != nil, "the re-check has not passed")
        need(file.published != nil, "publication is not decided")
        if requiresCallBack, reach.exemption == nil {
          need(!file.currentCalls.isEmpty, "the petitioner was not called back")
        }
      }
      for number in 1...(file.refused == nil ? 3 : 2) {
        need(contact(number)?.isDone == true, "contact \(number) is not made")
      }
      need(file.supervision?.level != .listed, "the listed supervision is not lifted")
      for sentence in missingForBacklog { need(false, sentence) }
    }
  }
}
