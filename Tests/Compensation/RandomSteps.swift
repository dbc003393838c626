import Contracts
import FoundationEssentials

@testable import Compensation

/// Steps with bodies that mostly make sense, mostly such whose turn it is.
enum RandomSteps {
  static func take(_ chance: inout Chance, _ walk: inout CaseWalk) throws {
    let turns = walk.compensation.nextSteps
    switch chance.number(0...9) {
    case 0: try walk.tell(record(&chance, walk))
    case 1, 2:
      let following = walk.compensation.status.following.filter { $0.isUnderWay && $0 != .filed }
      try walk.enter(chance.pick(following.isEmpty ? [.suit] : following.sorted { $0.rawValue < $1.rawValue }))
    case 3: try take(chance.pick(StepName.allCases), &chance, &walk)
    default: try take(chance.pick(turns.isEmpty ? StepName.allCases : turns), &chance, &walk)
    }
  }

  private static func record(_ chance: inout Chance, _ walk: CaseWalk) -> PenaltyRecord {
    let at = walk.now.addingTimeInterval(Double(chance.number(-30...30)) * 86_400)
    let detail: JSON = ["fineFen": .integer(Int64(chance.number(0...2))), "discretionFen": 1]
    return PenaltyRecord(
      id: UUID(), penalty: PenaltyCase(source: "/enforcement/test", number: "罚1"),
      kind: chance.pick([PenaltyRecord.noticePlanned, PenaltyRecord.decided]), subjectKey: Fixtures.firm, at: at,
      detail: detail)
  }

  private static func take(_ name: StepName, _ chance: inout Chance, _ walk: inout CaseWalk) throws {
    switch name {
    case .check:
      // A case that is not started is soon over: few of them will do.
      let reason = chance.number(0...5) == 0 ? chance.pick(NotStartedReason.allCases) : nil
      try walk.take(
        Check(
          damaged: chance.number(0...5) > 0, reason: reason,
          noObligor: walk.compensation.subjectKey == nil ? true : nil, redLine: chance.coin()))
    case .assign: try walk.take(Assign(department: chance.pick(["WATER", "NATURAL_RESOURCES", "NOBODY"])))
    case .consult:
      try walk.take(
        Consult(
          heldAt: walk.now.addingTimeInterval(-Double(chance.number(0...10)) * 86_400),
          outcome: chance.pick(ConsultationOutcome.allCases)))
    case .investigate: try walk.take(Investigate())
    case .concludeInvestigation:
      try walk.take(
        ConcludeInvestigation(
          damage: chance.coin(), proposal: chance.pick(InvestigationProposal.allCases),
          documents: [FileDocument(kind: "INVESTIGATION_REPORT")]))
    case .nameObligor: try walk.take(NameObligor(subjectKey: Fixtures.firm))
    case .issueNotice: try walk.take(IssueNotice())
    case .serveNotice: try walk.take(ServeNotice(method: chance.pick(ServiceMethod.allCases)))
    default: try takeAside(name, &chance, &walk)
    }
  }

  private static func takeAside(_ name: StepName, _ chance: inout Chance, _ walk: inout CaseWalk) throws {
    switch name {
    case .invite: try walk.take(Invite(invitee: chance.pick(Invitee.allCases), unit: "检察院", persons: 2))
    case .answerInvitation:
      let id = walk.compensation.file.company.invitations.last?.id ?? UUID()
      try walk.take(AnswerInvitation(invitationId: id, answer: chance.pick(InvitationAnswer.allCases)))
    case .fileDocument: try walk.take(FileDocument(kind: chance.pick(["OTHER", "CLAIM_NOTICE"])))
    case .declareKey:
      try walk.take(
        DeclareKey(level: chance.pick(KeyCaseLevel.allCases), reason: chance.pick(KeyCaseReason.allCases)),
        ofCity: chance.coin())
    case .liftKey: try walk.take(LiftKey(), ofCity: chance.coin())
    case .suspend: try walk.take(Suspend(reason: chance.pick(SuspensionReason.allCases)))
    case .resume: try walk.take(Resume())
    case .terminate:
      guard chance.number(0...9) == 0 else { return }
      try walk.take(Terminate(reason: chance.pick(NotStartedReason.allCases)))
    case .close:
      let outcome = chance.pick(CompensationOutcome.allCases)
      try walk.take(Close(outcome: outcome, performed: outcome == .performed, modes: [.replanting]))
    default: break
    }
  }
}
