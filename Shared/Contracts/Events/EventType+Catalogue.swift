extension EventType {
  /// A citizen's complaint as a hotline sends it.
  public static let complaintSubmitted: Self = "ecoredress.complaint.submitted.v1"

  /// The answer to one complaint record: every record that the broker acknowledged gets one.
  public static let receiptIssued: Self = "ecoredress.receipt.issued.v1"

  /// How a complaint stands, told back to the hotline it came from, so that its own screens can follow the case.
  public static let complaintStatusChanged: Self = "ecoredress.complaint.status-changed.v1"

  /// An inspection was made and recorded.
  public static let inspectionRecorded: Self = "ecoredress.inspection.recorded.v1"

  /// A penalty case was filed (立案): at once compensation is looked at too (双立案).
  public static let penaltyFiled: Self = "ecoredress.penalty.filed.v1"

  /// The prior notice of a penalty is planned: consultation on compensation must come before it.
  public static let penaltyNoticePlanned: Self = "ecoredress.penalty.notice-planned.v1"

  /// A penalty case was decided.
  public static let penaltyDecided: Self = "ecoredress.penalty.decided.v1"

  /// Somebody looked whether what was ordered has been put right.
  public static let rectificationVerified: Self = "ecoredress.rectification.verified.v1"

  /// A firm studied environmental law of its own will (学法).
  public static let studyCompleted: Self = "ecoredress.study.completed.v1"

  /// A firm passed the examination after study.
  public static let examPassed: Self = "ecoredress.exam.passed.v1"

  /// A firm apologised in public and pledged to obey the law (公开道歉承诺).
  public static let apologyPublished: Self = "ecoredress.apology.published.v1"

  /// A suspected crime was handed to the police (移送公安机关).
  public static let crimeReferred: Self = "ecoredress.crime.referred.v1"

  /// Police, procuratorate or court decided on a transfer.
  public static let crimeDecided: Self = "ecoredress.crime.decided.v1"

  /// A fact that was told does not stand; the ledger keeps it, and it counts no longer.
  public static let factCorrected: Self = "ecoredress.fact.corrected.v1"

  /// How a subject is called and what it does, as the register of pollution sources has it. The latest one holds.
  public static let subjectRegistered: Self = "ecoredress.subject.registered.v1"

  /// A site belongs to an enterprise with a credit code: from now on its facts count for both. A later one ends it.
  public static let subjectLinked: Self = "ecoredress.subject.linked.v1"

  /// Money for a compensation case arrived on the one account.
  public static let paymentReceived: Self = "ecoredress.payment.received.v1"

  /// A fact changed a score.
  public static let scoreChanged: Self = "ecoredress.score.changed.v1"

  /// An enterprise has another colour; never sent when the colour stays.
  public static let colourChanged: Self = "ecoredress.colour.changed.v1"

  /// A subject is unrated again: what it had been judged by was withdrawn.
  public static let ratingWithdrawn: Self = "ecoredress.rating.withdrawn.v1"

  /// The latest score and colour of a subject, one record for each on the compacted topic.
  public static let ratingStateRecorded: Self = "ecoredress.rating.state-recorded.v1"

  /// How often and how an enterprise is to be inspected changed: for the random-inspection system and mobile
  /// enforcement.
  public static let inspectionFrequencyChanged: Self = "ecoredress.inspection-frequency.changed.v1"

  /// An enterprise is recommended for the positive list (监督执法正面清单); staff screen it and decide.
  public static let positiveListRecommended: Self = "ecoredress.positive-list.recommended.v1"

  /// An enterprise was entered into the positive list (纳入).
  public static let positiveListEntered: Self = "ecoredress.positive-list.entered.v1"

  /// An enterprise that was recommended was not entered into the positive list.
  public static let positiveListRefused: Self = "ecoredress.positive-list.refused.v1"

  /// An enterprise is on the positive list no longer (移出).
  public static let positiveListRemoved: Self = "ecoredress.positive-list.removed.v1"

  /// The seed of a double-random draw was fixed before its pools could be known: its commitment is public, the seed is
  /// not.
  public static let inspectionDrawCommitted: Self = "ecoredress.inspection-draw.committed.v1"

  /// A double-random draw was made. What was drawn stays secret until it is released; the hashes bind it already.
  public static let inspectionDrawDrawn: Self = "ecoredress.inspection-draw.drawn.v1"

  /// A double-random draw was released: everything needed to draw it again is here and in the pools, which can be had
  /// over HTTP.
  public static let inspectionDrawReleased: Self = "ecoredress.inspection-draw.released.v1"

  /// A quarter ended with units of its draw not inspected.
  public static let inspectionDrawOverdue: Self = "ecoredress.inspection-draw.overdue.v1"

  /// The result of a double-random inspection was made public (一公开).
  public static let inspectionResultPublished: Self = "ecoredress.inspection-result.published.v1"

  /// Somebody applied for a repair of credit, raised an objection, or took an act to review or to court.
  public static let creditCaseFiled: Self = "ecoredress.credit-case.filed.v1"

  /// The application is taken on (受理); the period of the decision runs.
  public static let creditCaseAccepted: Self = "ecoredress.credit-case.accepted.v1"

  /// The application is not taken on (不予受理).
  public static let creditCaseRefused: Self = "ecoredress.credit-case.refused.v1"

  /// The period of a decision was extended with approval (延期).
  public static let creditCaseExtended: Self = "ecoredress.credit-case.extended.v1"

  /// Due dates of a case changed, since a year's working days were announced.
  public static let creditCaseRescheduled: Self = "ecoredress.credit-case.rescheduled.v1"

  /// The bureau handed in its answer and the evidence for its act (答复、答辩).
  public static let creditCaseAnswered: Self = "ecoredress.credit-case.answered.v1"

  /// A repair, an objection, a review or a lawsuit was decided.
  public static let creditCaseDecided: Self = "ecoredress.credit-case.decided.v1"

  /// A judgment was appealed (上诉): the next instance looks at the act.
  public static let creditCaseAppealed: Self = "ecoredress.credit-case.appealed.v1"

  /// Whoever applied took it back (撤回).
  public static let creditCaseWithdrawn: Self = "ecoredress.credit-case.withdrawn.v1"

  /// A period of a case ends soon (预警).
  public static let creditCaseWarned: Self = "ecoredress.credit-case.warned.v1"

  /// A period of a case ran out without what it asks for.
  public static let creditCaseOverdue: Self = "ecoredress.credit-case.overdue.v1"

  /// What leniency a penalty case allows was assessed, with amount and reasons.
  public static let leniencyAssessed: Self = "ecoredress.leniency.assessed.v1"

  /// The amount within what an assessment allows was decided.
  public static let leniencyDecided: Self = "ecoredress.leniency.decided.v1"

  /// A penalty was decided otherwise than was assessed: somebody must look.
  public static let leniencyDeviated: Self = "ecoredress.leniency.deviated.v1"

  /// A firm that pledged to obey the law broke it again: its apology helps no more.
  public static let pledgeBroken: Self = "ecoredress.pledge.broken.v1"

  /// A firm studied enough and passed the examination: points and incentives are earned.
  public static let studyCredited: Self = "ecoredress.study.credited.v1"

  /// A clue to damage was opened; it must be checked within its period.
  public static let compensationClueOpened: Self = "ecoredress.compensation.clue-opened.v1"

  /// A case was filed (启动).
  public static let compensationFiled: Self = "ecoredress.compensation.filed.v1"

  /// The check ended without a case.
  public static let compensationNotStarted: Self = "ecoredress.compensation.not-started.v1"

  /// A case was closed.
  public static let compensationClosed: Self = "ecoredress.compensation.closed.v1"

  /// A period ran out without what it asks for.
  public static let compensationOverdue: Self = "ecoredress.compensation.overdue.v1"

  /// The damage of a case was assessed (鉴定评估): an amount with its method, its five heads of loss and its rules.
  public static let compensationAssessed: Self = "ecoredress.compensation.assessed.v1"

  /// Money for a case was booked on the one account (入户).
  public static let compensationPaid: Self = "ecoredress.compensation.paid.v1"

  /// A claim was filed with the insurer of the environment (理赔报案).
  public static let claimFiled: Self = "ecoredress.claim.filed.v1"

  /// The conditions of a claim are met (具备条件): the insurer must pay within its period, without further reason.
  public static let claimDue: Self = "ecoredress.claim.due.v1"

  /// The insurer paid, in part or in full.
  public static let claimPaid: Self = "ecoredress.claim.paid.v1"

  /// The insurer has not paid within its period.
  public static let claimOverdue: Self = "ecoredress.claim.overdue.v1"

  /// A claim was taken back (撤回).
  public static let claimWithdrawn: Self = "ecoredress.claim.withdrawn.v1"

  /// An obligor was found after the insurer paid: the insurer recovers from it (追偿).
  public static let claimRecourseOpened: Self = "ecoredress.claim.recourse-opened.v1"

  /// Money recovered from the obligor was booked on the one account for the insurer.
  public static let claimRecourseReceived: Self = "ecoredress.claim.recourse-received.v1"

  /// A project was approved: money of the one account may be spent on it.
  public static let fundProjectApproved: Self = "ecoredress.fund-project.approved.v1"

  /// Money of the one account was spent on a project (用得着).
  public static let fundProjectPaid: Self = "ecoredress.fund-project.paid.v1"

  /// A year of the one account was closed: nothing can be booked in it any more.
  public static let accountYearClosed: Self = "ecoredress.account-year.closed.v1"

  /// A year of the one account was audited (每年一审).
  public static let accountYearAudited: Self = "ecoredress.account-year.audited.v1"

  /// A year of the one account was not audited within the period.
  public static let accountYearOverdue: Self = "ecoredress.account-year.overdue.v1"

  /// The yearly plan with its tasks for each county and department was issued (年度任务分解表), or issued anew.
  public static let annualPlanIssued: Self = "ecoredress.annual-plan.issued.v1"

  /// Another clue on the same act was taken into the case.
  public static let compensationClueJoined: Self = "ecoredress.compensation.clue-joined.v1"

  /// The case was given to the department that handles it (办案机构).
  public static let compensationAssigned: Self = "ecoredress.compensation.assigned.v1"

  /// The investigation was concluded (调查结论).
  public static let compensationInvestigated: Self = "ecoredress.compensation.investigated.v1"

  /// The case went on to another stage.
  public static let compensationStageChanged: Self = "ecoredress.compensation.stage-changed.v1"

  /// The first consultation with the obligor (初步商议) took place, before discretion and prior notice.
  public static let compensationConsulted: Self = "ecoredress.compensation.consulted.v1"

  /// A penalty case may go on at a point, or may no longer.
  public static let compensationGateChanged: Self = "ecoredress.compensation.gate-changed.v1"

  /// A penalty case went through a gate that was closed then: somebody must look.
  public static let compensationOrderBreached: Self = "ecoredress.compensation.order-breached.v1"

  /// A breach of order that was told of was none: what was missing had happened in time and came in late.
  public static let compensationOrderRestored: Self = "ecoredress.compensation.order-restored.v1"

  /// A notice on the duty of compensation (告知单) goes to the obligor, with its four answers.
  public static let compensationNoticeIssued: Self = "ecoredress.compensation.notice-issued.v1"

  /// The notice on the duty of compensation was served (送达回证).
  public static let compensationNoticeServed: Self = "ecoredress.compensation.notice-served.v1"

  /// A body or the public was invited to take part in the case.
  public static let compensationInvited: Self = "ecoredress.compensation.invited.v1"

  /// Whoever was invited answered.
  public static let compensationInvitationAnswered: Self = "ecoredress.compensation.invitation-answered.v1"

  /// Somebody liable was found for a case that had nobody.
  public static let compensationObligorNamed: Self = "ecoredress.compensation.obligor-named.v1"

  /// A case is followed as a key case (重点案件).
  public static let compensationKeyCaseDeclared: Self = "ecoredress.compensation.key-case-declared.v1"

  /// A case is no longer followed as a key case.
  public static let compensationKeyCaseLifted: Self = "ecoredress.compensation.key-case-lifted.v1"

  /// The periods of a case stand still, with approval.
  public static let compensationSuspended: Self = "ecoredress.compensation.suspended.v1"

  /// The periods of a case run again.
  public static let compensationResumed: Self = "ecoredress.compensation.resumed.v1"

  /// Due dates moved because a calendar or the rules became known.
  public static let compensationRescheduled: Self = "ecoredress.compensation.rescheduled.v1"

  /// A period ends soon (预警).
  public static let compensationWarned: Self = "ecoredress.compensation.warned.v1"

  /// A suspected crime behind a case was handed to the police, or decided on there (行刑衔接).
  public static let compensationCrimeNoted: Self = "ecoredress.compensation.crime-noted.v1"

  /// A fact that a case rests on does not stand: somebody must look.
  public static let compensationClueCorrected: Self = "ecoredress.compensation.clue-corrected.v1"

  /// The latest public state of a compensation case, one record for each on the compacted topic.
  public static let compensationStateRecorded: Self = "ecoredress.compensation.state-recorded.v1"

  /// `petitions` asks `notifications` to make one of the three contacts. The only event with contact data, sealed.
  public static let petitionerMessageRequested: Self = "ecoredress.petitioner-message.requested.v1"

  /// A message was delivered, with proof.
  public static let notificationDelivered: Self = "ecoredress.notification.delivered.v1"

  /// A message could not be delivered by any of its channels and is given up.
  public static let notificationFailed: Self = "ecoredress.notification.failed.v1"

  /// A message was taken and will be sent when its time comes.
  public static let notificationQueued: Self = "ecoredress.notification.queued.v1"

  /// A message did not get through by one channel, and is tried by the next.
  public static let notificationChannelFailed: Self = "ecoredress.notification.channel-failed.v1"

  /// The receiver of a message said that it arrived (送达回证).
  public static let notificationAcknowledged: Self = "ecoredress.notification.acknowledged.v1"

  /// An event was not taken by an agency's webhook in all attempts of the schedule.
  public static let deliveryExhausted: Self = "ecoredress.delivery.exhausted.v1"

  /// An agency's webhook was switched off, and its owner must know.
  public static let endpointDisabled: Self = "ecoredress.endpoint.disabled.v1"

  /// The entries of an audit trail up to an instant were chained: this is the chain's head.
  public static let auditSealed: Self = "ecoredress.audit.sealed.v1"
}
