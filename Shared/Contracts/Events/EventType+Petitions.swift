// What `petitions` tells.
extension EventType {
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

  /// The monthly circular on how each county and department stands was issued (每月调度和通报).
  public static let monthlyDispatchIssued: Self = "ecoredress.monthly-dispatch.issued.v1"
}
