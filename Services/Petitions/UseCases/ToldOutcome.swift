import Contracts
import FoundationEssentials
import Messaging

/// What another service tells about a case that a petition began.
struct ToldOutcome: Sendable {
  /// The petition, where the event names it.
  let petitionId: UUID?
  /// The complaint at the root, as the event's correlation.
  let root: UUID?
  let outcome: CaseOutcome
  let cause: Cause

  /// - Returns: nil for a case that no petition can have begun.
  init?(_ message: InboundMessage) throws(ContractViolation) {
    let event = message.event
    root = UUID(text: message.cause.correlation)
    cause = message.cause
    func outcome(
      _ at: Date, _ result: String, subjectKey: String?, caseId: UUID? = nil
    ) -> CaseOutcome {
      CaseOutcome(
        eventId: event.id, type: event.type.rawValue, at: at, result: result, subjectKey: subjectKey, caseId: caseId)
    }
    switch event.type {
    case .scoreChanged:
      let told = try event.decode(ScoreChanged.self)
      petitionId = told.petitionId
      self.outcome = outcome(told.at, "score \(told.score)", subjectKey: told.subjectKey)
    case .colourChanged:
      let told = try event.decode(ColourChanged.self)
      petitionId = nil
      self.outcome = outcome(told.at, told.colour.rawValue, subjectKey: told.subjectKey)
    case .compensationClueOpened:
      let told = try event.decode(CompensationClueOpened.self)
      petitionId = told.petitionId
      self.outcome = outcome(told.at, "clue-opened", subjectKey: told.subjectKey, caseId: told.caseId)
    case .compensationFiled:
      let told = try event.decode(CompensationFiled.self)
      petitionId = nil
      self.outcome = outcome(told.at, "filed", subjectKey: told.subjectKey, caseId: told.caseId)
    case .compensationNotStarted:
      let told = try event.decode(CompensationNotStarted.self)
      petitionId = nil
      self.outcome = outcome(told.at, "not-started", subjectKey: told.subjectKey, caseId: told.caseId)
    default:
      let told = try event.decode(CompensationClosed.self)
      petitionId = nil
      self.outcome = outcome(told.at, told.outcome.rawValue, subjectKey: told.subjectKey, caseId: told.caseId)
    }
    if petitionId == nil, root == nil { return nil }
  }
}
