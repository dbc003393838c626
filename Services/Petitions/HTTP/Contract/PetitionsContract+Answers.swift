// swift-format-ignore-file
extension PetitionsContract {
  /// Petitions, how they are taken in, and how they stand to each other.
  static let answers: StaticString = #"""
    type PetitionLine
    petitionId: uuid; petitionNumber: text; sequence: integer -- of its events; status: PetitionStatus; region: region;
    category: Category; channelClass?: IntakeClass; receivedAt?: instant; acceptedAt?: instant; concludedAt?: instant;
    archivedAt?: instant; lead?: text -- the unit that leads (主办); subjectKey?: text; verified?: flag; overdue: flag;
    contacts?: integer(0..3) -- how often the petitioner was contacted; satisfied?: flag; supervision?: SupervisionLevel; paused?: flag;
    handedOverAt?: instant; investigatedAt?: instant; handledAt?: instant; nextDue?: DueDate; compensationCaseId?: uuid;
    summary?: text -- the approved one; mergedInto?: uuid; repeats?: integer; backlog?: flag; updatedAt?: instant;
    entry?: integer; unit?: text -- the bureau that has it; channel?: IntakeChannel; source?: text; externalId?: text;
    supplements?: integer; secret?: flag; version?: integer -- that of the ETag;
    sheetOnly?: flag -- true where the caller may see the transfer sheet alone, and then only what stands on it is here;
    from?: text -- on a transfer sheet, who handed it over; transferredAt?: instant; supervised?: flag

    type PetitionPage
    petitions: [PetitionLine]; next?: text -- where the next page begins, as `cursor`

    type PetitionMatches
    petitions: [PetitionLine]

    type PetitionDetail
    +PetitionLine
    correlationId?: text; reporter?: ReporterReach; deadlines?: [Deadline]; promises?: PetitionPromises;
    file?: PetitionFile; nextSteps?: [text] -- the steps that can be taken now; history?: [StepRecord]

    type ReporterReach
    contact: by-message|sealed-by-hotline|declined|no-contact-data; channels?: [ContactChannel]; identity: =sealed

    type StepRecord
    at: instant; actor: text; step: text; detail?: any -- what was said with the step

    type Deadline
    kind: DeadlineKind; rule: text; article: text; start: instant; length: integer; count: DayCount; due: instant;
    provisional?: flag -- while the calendar of a year in question is not announced; internalDue: instant;
    isDuty: flag -- whether it binds the bureau; metAt?: instant; overdueAt?: instant; standing?: flag; changes?: DeadlineChanges;
    warnings: [instant]; escalations: [instant]; pack: text; packVersion: text; packSha256: text; calendar: text;
    derivation: [text] -- how the day was found, line by line

    type DeadlineKind = acceptance|channel-decision|channel-answer|conclusion|local-conclusion|take-over|objection|pause|supervision|archiving|review-request|review|re-examination-request|re-examination

    type DeadlineChanges
    extensions?: [text]; pauses?: [PauseSpan]

    type PauseSpan
    from: day; to?: day; reason: text

    type PetitionFile
    accepted?: ecoredress.petition.accepted.v1; refused?: ecoredress.petition.refused.v1; custody?: Custody;
    assigned?: ecoredress.petition.assigned.v1; transfers?: [ecoredress.petition.transferred.v1]; findings?: [Finding];
    handled?: ecoredress.petition.handled.v1; concluded?: ecoredress.petition.concluded.v1;
    rechecks?: [ecoredress.petition.rechecked.v1]; published?: ecoredress.petition.published.v1;
    calls?: [ecoredress.petition.called-back.v1]; archived?: ecoredress.petition.archived.v1; draft?: SummaryDraft;
    summary?: ApprovedSummary; keepers?: [text]; contacts?: [ContactRecord]; notices?: [NoticeRecord]; outcomes?: [CaseOutcome];
    supervision?: Supervision; pause?: ecoredress.petition.paused.v1; extensions?: [ecoredress.petition.extended.v1];
    referrals?: [ecoredress.petition.crime-referred.v1]; policeAnswers?: [ecoredress.petition.police-answered.v1];
    hearings?: [ecoredress.petition.heard.v1]; settlements?: [ecoredress.petition.settled.v1]; reviews?: [Review];
    reviewsBefore?: integer; reopening?: Reopening; withdrawn?: [text]; matter?: Matter

    type Custody
    holder: text; byTransfer?: flag; handedOverAt?: instant; investigatedAt?: instant;
    transfer?: ecoredress.petition.transferred.v1; objection?: ecoredress.petition.objected.v1; objectionDecided?: flag

    type Finding
    id: uuid; subjectKey?: text; factCodes: [text]; factAt?: instant; category: Category; damageSuspected: flag;
    article?: text; evidence?: [EvidenceReference]; verified?: flag

    type SummaryDraft
    text: text; masked: [text] -- what was masked in it; compared: flag -- with the complainant's words; by: text; at: instant

    type ApprovedSummary
    text: text; revision: integer; by: text; at: instant

    type ContactRecord
    number: integer(1..3); messageId?: uuid; requestedAt?: instant; outcome?: ContactOutcome; at?: instant;
    channel?: ContactChannel; attempts?: integer; proof?: text; byStaff?: flag

    type NoticeRecord
    kind: NoticeKind; messageId?: uuid; requestedAt: instant; outcome?: ContactOutcome; at?: instant;
    channel?: ContactChannel; attempts?: integer; proof?: text; byStaff?: flag

    type CaseOutcome
    eventId: text; type: text; at: instant; result: text; subjectKey?: text; caseId?: uuid

    type Supervision
    level: SupervisionLevel; reason: SupervisionReason; since: instant; answerAwaited: flag

    type Review
    requested: ecoredress.petition.review-requested.v1; before: PetitionStatus; decided?: ecoredress.petition.review-decided.v1

    type Reopening
    event: ecoredress.petition.reopened.v1; rechecks: integer; calls: integer

    type Matter
    mergedInto?: uuid; mergedIntoNumber?: text; absorbed?: integer; following?: [ComplaintReference]; backlog?: Backlog

    type ComplaintReference
    source: text; externalId: text

    type Backlog
    declared: ecoredress.petition.backlog-declared.v1; leader?: ecoredress.petition.leader-named.v1;
    visits?: [ecoredress.petition.site-visited.v1]

    type IntakeResult
    status: ReceiptStatus; petitionId?: uuid; petitionNumber?: text -- what the complainant is told;
    dueDates?: [DueDate] -- what was promised at receipt; notices?: [ReceiptNotice]; violation?: ReceiptViolation -- where it was rejected

    type IntakeResults
    results: [IntakeResult] -- in the order of the complaints

    type TrialResult
    status: ReceiptStatus; violations?: [ReceiptViolation]; notices?: [ReceiptNotice]; unknownFields?: [text];
    petitionNumber?: text; unit?: text -- the bureau it would go to; dueDates?: [DueDate]

    type TrialResults
    results: [TrialResult]

    type PublicStatus
    petitionNumber: text; stage: received|accepted|refused|in-progress|answered|under-review|closed;
    text: text -- the stage in the caller's language; answerBy?: day -- the last day on which the answer is in time

    type SummaryState
    petitionId: uuid; draft?: SummaryDraft; approved?: ApprovedSummary; version: integer

    type BacklogPage
    petitions: [BacklogLine]; next?: text

    type BacklogLine
    +PetitionLine
    matter?: Matter; missing?: [text] -- what is still to be done, in words

    type BoardTally
    open: integer; overdue: integer -- of those, a period has run out; dueSoon: integer -- of the others, the last day is
      within three days; inTime: integer

    type Board
    +BoardTally
    at: instant; regions: [region]; dueToday: integer; backlog: integer; objections: integer -- that wait for a decision;
    letters: integer -- that counties have not answered; steps: [BoardStep]; counties: [BoardCounty]

    type BoardStep
    +BoardTally
    status: PetitionStatus

    type BoardCounty
    +BoardTally
    region: region

    type PublicationPage
    publications: [Publication]; next?: text

    type Publication
    day: day; region: region; place: text; category: Category; summary: text; uri?: text

    type SuggestionList
    suggestions: [Suggestion]

    type Suggestion
    +PetitionLine
    reasons: [RelationReason]

    type RelationPage
    relations: [Relation]; after?: uuid -- where the next page begins, as `after`

    type Relation
    petitionId: uuid; petitionNumber: text; region: region; status: PetitionStatus; receivedAt: instant;
    relation: PetitionRelation; reasons: [RelationReason]; automatic: flag; actor: text; note?: text; at: instant

    type AttachmentList
    attachments: [AttachmentOfPetition]

    type AttachmentOfPetition
    supplement?: integer -- which later material it came with; channel?: IntakeChannel; uri: text; sha256: text; size: integer;
    mediaType: text

    type RevealedIdentity
    petitionId: uuid; complaint: any -- as it was sealed; supplements?: [any]; reporter?: any -- who a hotline had sealed

    type RevealedWords
    petitionId: uuid; complaint: any -- as it was sent, without who sent it; supplements?: [any]
    """#
}
