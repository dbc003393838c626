import Contracts

/// What a batch of cases does together (集约办案), by the codes of the rule packs.
enum BatchPart: String, Sendable, CaseIterable {
  /// 集中评估.
  case assessment = "JOINT_ASSESSMENT"
  /// 集中磋商.
  case negotiation = "JOINT_NEGOTIATION"
  /// 集中签约.
  case signing = "JOINT_SIGNING"
  /// 统一修复.
  case restoration = "JOINT_RESTORATION"

  /// The steps of single cases that are taken for all of them at once. A joint assessment is a draw of experts for the
  /// batch, and the appraisals.
  var steps: [any CaseStep.Type] {
    switch self {
    case .assessment: [EntrustAppraisal.self, ReportAppraisal.self]
    case .negotiation: [NotifyNegotiation.self, AnswerNegotiation.self, HoldRound.self]
    case .signing: [SignAgreement.self]
    case .restoration:
      [
        DecideRestoration.self, StartPerformance.self, RecordRestoration.self, CompleteRestoration.self,
        EvaluateRestoration.self, ContinueRestoration.self,
      ]
    }
  }
}
