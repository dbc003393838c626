extension EventType {
  /// A citizen's complaint as a hotline sends it.
  public static let complaintSubmitted: Self = "ecoredress.complaint.submitted.v1"

  /// The answer to one complaint record: every record that the broker acknowledged gets one.
  public static let receiptIssued: Self = "ecoredress.receipt.issued.v1"

  /// How a complaint stands, told back to the hotline it came from, so that its own screens can follow the case.
  public static let complaintStatusChanged: Self = "ecoredress.complaint.status-changed.v1"

  /// A complaint was registered (收到): every one is, at once (信访工作条例 §22–23).
  public static let petitionReceived: Self = "ecoredress.petition.received.v1"

  /// The bureau accepted the petition (受理).
  public static let petitionAccepted: Self = "ecoredress.petition.accepted.v1"

  /// A summary of the matter was approved by staff: it goes out instead of the complainant's words.
  public static let petitionSummarised: Self = "ecoredress.petition.summarised.v1"

  /// The bureau did not accept the petition (不予受理); telling so is the second contact.
  public static let petitionRefused: Self = "ecoredress.petition.refused.v1"

  /// The case was handed to another bureau (转办); the petitioner's clock does not start anew.
  public static let petitionTransferred: Self = "ecoredress.petition.transferred.v1"

  /// The case has its lead (主办) and assisting (协办) units.
  public static let petitionAssigned: Self = "ecoredress.petition.assigned.v1"

  /// The handling unit reports the case done (办件).
  public static let petitionHandled: Self = "ecoredress.petition.handled.v1"

  /// Staff verified what they found. Only a verified finding counts for scores and opens a clue to compensation.
  public static let petitionVerified: Self = "ecoredress.petition.verified.v1"

  /// The higher level checked the result on the spot (跟踪复查); a failed check sends the case back.
  public static let petitionRechecked: Self = "ecoredress.petition.rechecked.v1"

  /// The result was published, or the reason why not was recorded (公示公开).
  public static let petitionPublished: Self = "ecoredress.petition.published.v1"

  /// The petitioner was called back (回访).
  public static let petitionCalledBack: Self = "ecoredress.petition.called-back.v1"

  /// The bureau gave its answer (办结).
  public static let petitionConcluded: Self = "ecoredress.petition.concluded.v1"

  /// The case is closed and filed (汇总归档), all five steps done.
  public static let petitionArchived: Self = "ecoredress.petition.archived.v1"

  /// One of the three contacts (收到、受理、办结) was made, or shown to be impossible.
  public static let petitionContacted: Self = "ecoredress.petition.contacted.v1"

  /// More came in on the same matter and was added to the case.
  public static let petitionSupplemented: Self = "ecoredress.petition.supplemented.v1"

  /// The unit a case was handed to took it over (签收); the petitioner is told by it.
  public static let petitionTakenOver: Self = "ecoredress.petition.taken-over.v1"

  /// The receiver objects to a transfer, within five working days (信访工作条例 §23).
  public static let petitionObjected: Self = "ecoredress.petition.objected.v1"

  /// An objection to a transfer was decided: the case goes back, or stays with the receiver.
  public static let petitionObjectionDecided: Self = "ecoredress.petition.objection-decided.v1"

  /// Investigation began (查件).
  public static let petitionInvestigated: Self = "ecoredress.petition.investigated.v1"

  /// A suspected crime was handed to the police (行刑衔接); the petitioner still gets an answer.
  public static let petitionCrimeReferred: Self = "ecoredress.petition.crime-referred.v1"

  /// The police answered a referral.
  public static let petitionPoliceAnswered: Self = "ecoredress.petition.police-answered.v1"

  /// A hearing was held (听证).
  public static let petitionHeard: Self = "ecoredress.petition.heard.v1"

  /// The matter was settled with the petitioner in writing (调解、和解).
  public static let petitionSettled: Self = "ecoredress.petition.settled.v1"

  /// A period was extended with the approval of the head (延期); the petitioner is told.
  public static let petitionExtended: Self = "ecoredress.petition.extended.v1"

  /// Clocks of a case stand still, for a recorded reason.
  public static let petitionPaused: Self = "ecoredress.petition.paused.v1"

  /// Clocks that stood run again.
  public static let petitionResumed: Self = "ecoredress.petition.resumed.v1"

  /// Due dates changed, since a year's working days were announced.
  public static let petitionRescheduled: Self = "ecoredress.petition.rescheduled.v1"

  /// A period ends soon (预警).
  public static let petitionWarned: Self = "ecoredress.petition.warned.v1"

  /// A period that ran out is not made good; it goes a level up.
  public static let petitionEscalated: Self = "ecoredress.petition.escalated.v1"

  /// A higher level supervises the case (督办、挂牌督办).
  public static let petitionSupervised: Self = "ecoredress.petition.supervised.v1"

  /// The supervision of a case ended (销号).
  public static let petitionSupervisionLifted: Self = "ecoredress.petition.supervision-lifted.v1"

  /// A case that had its answer is handled again.
  public static let petitionReopened: Self = "ecoredress.petition.reopened.v1"

  /// The petitioner contests the answer (复查、复核).
  public static let petitionReviewRequested: Self = "ecoredress.petition.review-requested.v1"

  /// A review or re-examination was decided; after a re-examination nothing more is accepted.
  public static let petitionReviewDecided: Self = "ecoredress.petition.review-decided.v1"

  /// The petitioner was told something beside the three contacts, or shown to be out of reach.
  public static let petitionNotified: Self = "ecoredress.petition.notified.v1"

  /// Two petitions were found to belong together; each of them has an event of its own.
  public static let petitionRelated: Self = "ecoredress.petition.related.v1"

  /// Staff took back that two petitions belong together; each of them has an event of its own.
  public static let petitionUnrelated: Self = "ecoredress.petition.unrelated.v1"

  /// A case became backlog (积案): it needs a named leader (包案) who goes to the scene (下访).
  public static let petitionBacklogDeclared: Self = "ecoredress.petition.backlog-declared.v1"

  /// A backlog case has a leader who answers for it (领导包案).
  public static let petitionLeaderNamed: Self = "ecoredress.petition.leader-named.v1"

  /// A leader went to the scene of a backlog case (领导下访).
  public static let petitionSiteVisited: Self = "ecoredress.petition.site-visited.v1"

  /// A period ran out without what it asks for.
  public static let petitionOverdue: Self = "ecoredress.petition.overdue.v1"

  /// A work reminder letter (工作提示函) was issued to a county bureau.
  public static let reminderLetterIssued: Self = "ecoredress.reminder-letter.issued.v1"

  /// The bureau acknowledged a work reminder letter (签收).
  public static let reminderLetterAcknowledged: Self = "ecoredress.reminder-letter.acknowledged.v1"

  /// The bureau reports what it put right, and what its search for like problems (举一反三) found.
  public static let reminderLetterAnswered: Self = "ecoredress.reminder-letter.answered.v1"

  /// The unit that wrote a work reminder letter looked at the answer: the letter is closed, or answered anew by a new date.
  public static let reminderLetterReviewed: Self = "ecoredress.reminder-letter.reviewed.v1"

  /// A work reminder letter was not acknowledged, or not answered, in time.
  public static let reminderLetterOverdue: Self = "ecoredress.reminder-letter.overdue.v1"

  /// The seed of a monthly check was fixed before the month began: its commitment is public, the seed is not.
  public static let monthlyCheckCommitted: Self = "ecoredress.monthly-check.committed.v1"

  /// The sample of a monthly field check was drawn: everything needed to draw it again is here and in the pool, which can be had over HTTP.
  public static let monthlyCheckDrawn: Self = "ecoredress.monthly-check.drawn.v1"

  /// A case of the sample was checked on the spot (现场检查).
  public static let monthlyCheckInspected: Self = "ecoredress.monthly-check.inspected.v1"

  /// Every case of the sample of a monthly field check was looked at.
  public static let monthlyCheckCompleted: Self = "ecoredress.monthly-check.completed.v1"

  /// The daily digest of one bureau (每日汇总梳理): what is new, due soon, overdue and re-opened.
  public static let digestCompiled: Self = "ecoredress.digest.compiled.v1"

  /// Whether a report earns a reward (有奖举报) was decided.
  public static let rewardDecided: Self = "ecoredress.reward.decided.v1"

  /// A reward was claimed in time and paid out (领取).
  public static let rewardClaimed: Self = "ecoredress.reward.claimed.v1"

  /// A reward was not claimed in time.
  public static let rewardLapsed: Self = "ecoredress.reward.lapsed.v1"

  /// The latest public state of a petition, one record for each on the compacted topic.
  public static let petitionStateRecorded: Self = "ecoredress.petition.state-recorded.v1"

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

  /// The monthly circular on how each county and department stands was issued (每月调度和通报).
  public static let monthlyDispatchIssued: Self = "ecoredress.monthly-dispatch.issued.v1"

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

  /// The latest public state of a compensation case, one record for each on the compacted topic.
  public static let compensationStateRecorded: Self = "ecoredress.compensation.state-recorded.v1"

  /// `petitions` asks `notifications` to make one of the three contacts. The only event with contact data, sealed.
  public static let petitionerMessageRequested: Self = "ecoredress.petitioner-message.requested.v1"

  /// A message was delivered, with proof.
  public static let notificationDelivered: Self = "ecoredress.notification.delivered.v1"

  /// A message could not be delivered and is given up.
  public static let notificationFailed: Self = "ecoredress.notification.failed.v1"

  /// An agency's webhook was switched off, and its owner must know.
  public static let endpointDisabled: Self = "ecoredress.endpoint.disabled.v1"
}
