import Contracts

/// The steps staff take with a case, by the names of their routes.
enum StepName: String, Sendable, CaseIterable {
  /// The preliminary check of a clue (初步核查).
  case check
  /// Giving the case to a department (交办).
  case assign
  /// The first consultation with the obligor (初步商议), before discretion and prior notice.
  case consult
  /// Beginning the investigation (调查).
  case investigate
  /// The conclusion of the investigation (调查结论).
  case concludeInvestigation = "conclude-investigation"
  /// Naming an obligor that was found later.
  case nameObligor = "name-obligor"
  /// A notice on the duty (告知单), once more or for the first time.
  case issueNotice = "issue-notice"
  /// That the notice was served (送达回证).
  case serveNotice = "serve-notice"
  /// Assessing the damage (鉴定评估).
  case assessDamage = "assess-damage"
  /// Filing a claim with the insurer (理赔).
  case fileClaim = "file-claim"
  /// Inviting procuratorate, court or the public.
  case invite
  /// What an invited body answered.
  case answerInvitation = "answer-invitation"
  /// Filing a document.
  case fileDocument = "file-document"
  /// Following the case as a key case (重点案件).
  case declareKey = "declare-key"
  case liftKey = "lift-key"
  /// Letting the periods stand, with approval.
  case suspend
  case resume
  /// Entrusting an appraisal body (委托鉴定评估).
  case entrustAppraisal = "entrust-appraisal"
  /// The report of an appraisal body.
  case reportAppraisal = "report-appraisal"
  /// Whether the damage can be restored, and by whom (能否修复).
  case decideRestoration = "decide-restoration"
  /// The notice that asks the obligor to negotiate (索赔磋商告知书).
  case notifyNegotiation = "notify-negotiation"
  /// What the obligor answers to it.
  case answerNegotiation = "answer-negotiation"
  /// A round of negotiation (磋商会议).
  case holdRound = "hold-round"
  /// That a negotiation came to nothing (磋商不成).
  case failNegotiation = "fail-negotiation"
  /// Taking a failed negotiation up again (重新磋商).
  case renewNegotiation = "renew-negotiation"
  /// Signing the agreement (签订赔偿协议).
  case signAgreement = "sign-agreement"
  /// Changing by when an agreement is performed (补充协议).
  case amendAgreement = "amend-agreement"
  /// Asking the court to confirm an agreement (申请司法确认).
  case applyForConfirmation = "apply-for-confirmation"
  /// That the court published an agreement (公告).
  case recordPublication = "record-publication"
  /// What the court said to it (司法确认裁定).
  case recordRuling = "record-ruling"
  /// Beginning to perform what was agreed (开始履行).
  case startPerformance = "start-performance"
  /// Part of a restoration that was done.
  case recordRestoration = "record-restoration"
  /// That all of a restoration was done (竣工).
  case completeRestoration = "complete-restoration"
  /// The evaluation of a restoration's effect (修复效果评估).
  case evaluateRestoration = "evaluate-restoration"
  /// Going on with a restoration whose goals were not met (继续修复).
  case continueRestoration = "continue-restoration"
  /// Restoring at the obligor's cost (代为修复).
  case takeOverRestoration = "take-over-restoration"
  /// That an agreement is not performed.
  case declareDefault = "declare-default"
  /// Making the papers for a suit (诉讼材料).
  case prepareSuit = "prepare-suit"
  /// Linking a public-interest suit about the same act (公益诉讼).
  case linkPublicInterestSuit = "link-public-interest-suit"
  /// Ending the case without performance (终止).
  case terminate
  /// Closing the case (结案).
  case close

  /// The stages in which the step may be taken.
  var turns: Set<CompensationStatus> {
    switch self {
    case .check: [.clue]
    case .assign, .fileDocument, .declareKey, .liftKey: CompensationStatus.underWay.union([.clue])
    case .linkPublicInterestSuit: CompensationStatus.underWay
    case .consult, .nameObligor, .issueNotice, .serveNotice, .invite, .answerInvitation, .suspend, .resume, .terminate:
      CompensationStatus.underWay
    case .assessDamage: [.assessment, .negotiation, .suit, .insurance]
    case .fileClaim:
      [.assessment, .negotiation, .agreed, .courtConfirmation, .performing, .suit, .insurance]
    case .investigate: [.filed]
    case .concludeInvestigation: [.filed, .investigation]
    case .entrustAppraisal, .reportAppraisal: [.investigation, .assessment, .negotiation, .suit]
    case .decideRestoration: [.assessment, .negotiation]
    case .notifyNegotiation: [.assessment]
    case .answerNegotiation, .holdRound, .failNegotiation, .signAgreement: [.negotiation]
    case .renewNegotiation: [.negotiation, .suit]
    case .amendAgreement: [.agreed, .courtConfirmation, .performing]
    case .applyForConfirmation: [.agreed]
    case .recordPublication, .recordRuling: [.courtConfirmation]
    case .startPerformance, .declareDefault: [.agreed, .performing]
    case .recordRestoration, .completeRestoration, .takeOverRestoration: [.performing]
    case .evaluateRestoration, .continueRestoration: [.evaluation]
    case .prepareSuit: [.negotiation, .agreed, .performing]
    case .close: [.performing, .evaluation, .suit, .insurance]
    }
  }
}
