import Contracts

extension Petition {
  /// Whether a step is the petition's turn.
  ///
  /// The five steps (受理接收、转办交办、处置办理、公示公开、汇总归档) follow each other and none can be skipped: each asks
  /// for what the one before it leaves behind.
  /// - Returns: what is missing, in sentences; empty when the step can be taken.
  func missing(for step: StepName, requiresCallBack: Bool = true) -> [String] {
    if file.archived != nil { return ["the case is archived"] }
    return switch step {
    case .accept, .refuse:
      status == .received ? [] : ["the petition is \(status.rawValue), it was decided before"]
    case .contact: []
    default: file.refused != nil && step != .archive ? ["the petition was refused"] : later(step, requiresCallBack)
    }
  }

  /// The steps that can be taken now.
  func nextSteps(requiresCallBack: Bool = true) -> [StepName] {
    StepName.allCases.filter { missing(for: $0, requiresCallBack: requiresCallBack).isEmpty }
  }

  /// - Throws: `outOfTurn` with what is missing and the steps that can be taken.
  func begin(_ step: StepName, requiresCallBack: Bool = true) throws(PetitionError) {
    let missing = missing(for: step, requiresCallBack: requiresCallBack)
    guard missing.isEmpty else {
      throw .outOfTurn(step, status: status, missing: missing, next: nextSteps(requiresCallBack: requiresCallBack))
    }
  }

  private func later(_ step: StepName, _ requiresCallBack: Bool) -> [String] {
    var missing: [String] = []
    func need(_ condition: Bool, _ sentence: String) { if !condition { missing.append(sentence) } }
    let isWithUnit = status == .assigned || status == .transferred
    let isDecided = file.handled != nil && file.findings.allSatisfy { $0.verified != nil }
    if step != .archive { need(file.accepted != nil, "the petition is not accepted") }
    switch step {
    case .assign, .transfer:
      need(file.handled == nil, "the case is handled already")
    case .handle:
      need(isWithUnit || status == .handled, "the case is not with a unit: assign or transfer it")
    case .verify:
      need(file.handled != nil, "the case is not handled")
      need(file.findings.contains { $0.verified == nil }, "no finding is open")
    case .conclude:
      need(isDecided, "the case is not handled, or a finding is not verified")
      need(file.concluded == nil, "the answer was given already")
    case .recheck:
      need(isDecided, "the case is not handled, or a finding is not verified")
      need(file.passedRecheck == nil, "the re-check has passed already")
    case .publish:
      need(file.passedRecheck != nil, "the re-check has not passed")
      need(file.concluded != nil, "the answer is not given")
      need(file.published == nil, "publication is decided already")
    case .callBack:
      need(file.passedRecheck != nil, "the re-check has not passed")
    case .archive:
      missing += missingForArchive(requiresCallBack)
    case .accept, .refuse, .contact: break
    }
    return missing
  }

  /// A refused petition needs the first two contacts alone: the refusal is the second, and there is no answer to give.
  private func missingForArchive(_ requiresCallBack: Bool) -> [String] {
    var missing: [String] = []
    if file.refused == nil {
      if file.accepted == nil { missing.append("the petition is not accepted") }
      if file.handled == nil { missing.append("the case is not handled") }
      if file.concluded == nil { missing.append("the answer is not given") }
      if file.passedRecheck == nil { missing.append("the re-check has not passed") }
      if file.published == nil { missing.append("publication is not decided") }
      if requiresCallBack, reach.exemption == nil, file.calls.isEmpty {
        missing.append("the petitioner was not called back")
      }
    }
    for number in 1...(file.refused == nil ? 3 : 2) where contact(number)?.isDone != true {
      missing.append("contact \(number) is not made")
    }
    return missing
  }
}
