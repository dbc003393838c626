extension EventType {
  /// A joint draw of experts (共同抽取) was opened: the service's seed is fixed and its commitment public, before the
  /// pool is.
  public static let expertDrawCommitted: Self = "ecoredress.expert-draw.committed.v1"

  /// The pool of a joint draw was fixed: who can be drawn, and what each contributor committed to.
  public static let expertPoolFixed: Self = "ecoredress.expert-draw.pool-fixed.v1"

  /// A panel of experts was drawn: everything needed to draw it again is here and in the pool, which can be had over
  /// HTTP.
  public static let expertDrawDrawn: Self = "ecoredress.expert-draw.drawn.v1"

  /// Both parties confirmed the panel of experts: it can be entrusted (委托).
  public static let expertPanelConfirmed: Self = "ecoredress.expert-draw.confirmed.v1"

  /// An expert stood back, and the next of the draw took the place; both parties confirm anew.
  public static let expertReplaced: Self = "ecoredress.expert-draw.replaced.v1"

  /// A draw was given up; another may be opened.
  public static let expertDrawCancelled: Self = "ecoredress.expert-draw.cancelled.v1"

  /// Every expert of the panel gave an opinion (出具意见).
  public static let expertOpinionsCompleted: Self = "ecoredress.expert-opinions.completed.v1"

  /// An appraisal body was entrusted (委托鉴定评估).
  public static let appraisalEntrusted: Self = "ecoredress.appraisal.entrusted.v1"

  /// An appraisal body handed in its report.
  public static let appraisalReported: Self = "ecoredress.appraisal.reported.v1"

  /// Cases of one kind are handled together (集约办案): each keeps its own amount.
  public static let compensationBatchFormed: Self = "ecoredress.compensation-batch.formed.v1"

  /// A case left its batch and goes on alone.
  public static let compensationBatchLeft: Self = "ecoredress.compensation-batch.left.v1"

  /// The agreements of a batch were signed together (集中签约).
  public static let compensationBatchSigned: Self = "ecoredress.compensation-batch.signed.v1"

  /// The obligor was asked in writing to negotiate (索赔磋商告知书).
  public static let negotiationNotified: Self = "ecoredress.negotiation.notified.v1"

  /// The obligor answered whether it will negotiate.
  public static let negotiationAnswered: Self = "ecoredress.negotiation.answered.v1"

  /// A round of negotiation was held (磋商会议).
  public static let negotiationHeld: Self = "ecoredress.negotiation.held.v1"

  /// A negotiation failed: suit papers are to be prepared.
  public static let negotiationFailed: Self = "ecoredress.negotiation.failed.v1"

  /// A negotiation that had failed is taken up again (重新磋商).
  public static let negotiationRenewed: Self = "ecoredress.negotiation.renewed.v1"

  /// An agreement on compensation was signed (签订赔偿协议).
  public static let agreementSigned: Self = "ecoredress.agreement.signed.v1"

  /// The parties changed an agreement in writing (补充协议): how it is paid, or by when it is performed; its amount
  /// stays.
  public static let agreementAmended: Self = "ecoredress.agreement.amended.v1"

  /// The parties asked the court to confirm their agreement (申请司法确认).
  public static let agreementCourtApplied: Self = "ecoredress.agreement.court-applied.v1"

  /// The court published the agreement; nothing is confirmed before its period ends.
  public static let agreementCourtPublished: Self = "ecoredress.agreement.court-published.v1"

  /// The court decided on the confirmation of an agreement.
  public static let agreementCourtDecided: Self = "ecoredress.agreement.court-decided.v1"

  /// An agreement is not performed: it is enforced where a court confirmed it, and else sued on.
  public static let agreementDefaulted: Self = "ecoredress.agreement.defaulted.v1"

  /// An instalment of an agreement is covered by what was received.
  public static let instalmentPaid: Self = "ecoredress.instalment.paid.v1"

  /// The papers for a suit are ready (诉讼材料).
  public static let suitPapersPrepared: Self = "ecoredress.suit-papers.prepared.v1"

  /// Whether and how damage is restored was decided.
  public static let restorationDecided: Self = "ecoredress.restoration.decided.v1"

  /// Restoration began.
  public static let restorationStarted: Self = "ecoredress.restoration.started.v1"

  /// Part of a restoration was done.
  public static let restorationProgressed: Self = "ecoredress.restoration.progressed.v1"

  /// All of a restoration was done; its effect is to be evaluated.
  public static let restorationCompleted: Self = "ecoredress.restoration.completed.v1"

  /// The effect of a restoration was evaluated (修复效果评估).
  public static let restorationEvaluated: Self = "ecoredress.restoration.evaluated.v1"

  /// A restoration whose goals were not met goes on (继续修复).
  public static let restorationContinued: Self = "ecoredress.restoration.continued.v1"

  /// The authority restores what the obligor did not, at the obligor's cost (代为修复, 民法典 第一千二百三十四条).
  public static let restorationTakenOver: Self = "ecoredress.restoration.taken-over.v1"
}
