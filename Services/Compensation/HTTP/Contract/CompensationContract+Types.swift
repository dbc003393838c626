// swift-format-ignore-file
extension CompensationContract {
  static let types: StaticString = #"""
    type OwnClue
    region: region; subjectKey?: text(1..256); clueSource: ClueSource; factCodes?: [text]; foundAt?: instant

    type AmendAgreement
    instalments?: [PlannedInstalment]; performBy: day; document?: EvidenceReference

    type PlannedInstalment
    amountFen: integer(0..9007199254740991); by: day

    type AnswerInvitation
    invitationId: uuid; answer: InvitationAnswer

    type AnswerNegotiation
    willing: flag; document?: EvidenceReference

    type ApplyForConfirmation
    court: text(1..256); appliedAt?: instant

    type Assign
    department: text(1..64); unit?: text(1..256)

    type Check
    damaged: flag; reason?: NotStartedReason; subjectKey?: text(1..256); noObligor?: flag; redLine?: flag;
    repeated?: flag

    type Close
    outcome: CompensationOutcome; performed: flag; modes?: [RestorationMode];
    amountFen?: integer(0..9007199254740991)

    type CompleteRestoration
    report?: EvidenceReference

    type ConcludeInvestigation
    damage: flag; proposal: InvestigationProposal; factCodes?: [text]; summary?: text(1..8192);
    documents?: [FileDocument]

    type FileDocument
    stage?: CompensationStatus; kind: text(1..64); number?: text(1..256); title?: text(1..512);
    reference?: text(1..1024); sha256?: text(64..64)

    type Consult
    heldAt?: instant; outcome: ConsultationOutcome; recordNumber?: text(1..256)

    type ContinueRestoration
    measures: [RestorationMeasure]; performBy: day

    type DecideRestoration
    restorability: Restorability; reason: text(1..2048); performer: RestorationPerformer; conditions?: [text];
    measures?: [RestorationMeasure]

    type DeclareDefault
    words?: text(1..1024)

    type DeclareKey
    level: KeyCaseLevel; reason: KeyCaseReason; leader?: text(1..256)

    type EntrustAppraisal
    bodyKey: text(1..256); kind: AppraisalKind; jointly: flag

    type EvaluateRestoration
    met: flag; evaluatorKey?: text(1..256); report?: EvidenceReference

    type FailNegotiation
    reason: NegotiationFailure; words?: text(1..1024)

    type HoldRound
    heldAt?: instant; outcome: RoundOutcome; claimFen?: integer(0..9007199254740991);
    offerFen?: integer(0..9007199254740991); participants?: [MeetingParticipant]; minutes?: EvidenceReference

    type Invite
    invitee: Invitee; unit?: text(1..256); persons?: integer(1..1000); meetingAt?: instant

    type LinkPublicInterestSuit
    plaintiff: text(1..256); court: text(1..256); suitNumber: text(1..128); state?: State; at?: instant

    type State = filed|stayed|decided|withdrawn

    type NameObligor
    subjectKey: text(1..256)

    type NotifyNegotiation
    claimFen?: integer(0..9007199254740991); document?: EvidenceReference; participants?: [MeetingParticipant]

    type RecordPublication
    publishedAt?: instant

    type RecordRestoration
    done: [RestorationMeasure]; evidence?: [EvidenceReference]

    type RecordRuling
    decision: CourtDecision; rulingNumber?: text(1..256); decidedAt?: instant

    type RenewNegotiation
    reason: text(1..1024); claimFen?: integer(0..9007199254740991)

    type ReportAppraisal
    appraisalId: uuid; amountFen?: integer(0..9007199254740991); restorability?: Restorability;
    report: EvidenceReference

    type ServeNotice
    noticeNumber?: text(1..256); servedAt?: instant; method: ServiceMethod

    type PrepareSuit
    cause: SuitCause; court: text(1..256); plaintiff?: text(1..256); facts: text(1..8192);
    amountFen?: integer(0..9007199254740991); documents?: [EvidenceReference]

    type SignAgreement
    agreementNumber: text(1..256); signedAt?: instant; amountFen: integer(0..9007199254740991);
    measures?: [RestorationMeasure]; instalments?: [PlannedInstalment]; performBy: day;
    document?: EvidenceReference

    type StartPerformance
    startedAt?: instant

    type Suspend
    reason: SuspensionReason; explanation?: text(1..1024)

    type TakeOverRestoration
    costFen: integer(0..9007199254740991)

    type Terminate
    reason: NotStartedReason; explanation?: text(1..2048)

    type DamageReport
    input: DamageInput; form?: AssessmentForm; simple?: SimpleCase

    type LossItem
    head: LossHead; amountFen: integer(1..9007199254740991); reference: text(1..1024)

    type SimpleCase
    factsSimple: flag; liabilityUndisputed: flag

    type DustEmission
    particle: Particle; efficiency?: number; loading?: DustLoading; erosion?: WindErosion

    type Particle = TSP|PM10|PM2.5

    type DustLoading
    tonnes: number; wind: number; moisture: number

    type WindErosion
    area: number; height: number; threshold: number; surroundings: Surroundings; winds: [WindSpeed]

    type WindSpeed
    speed: number

    type Surroundings = city|suburb

    type ExpertForm
    region: region; level: PoolLevel; name: text(1..128); fields: [ExpertField]; grade: text(1..256);
    employer: text(1..256); employerKey?: text(1..256); interests?: [text]; active?: flag

    type PoolLevel = city|county

    type ExpertField =
      air|surface-water|groundwater|soil|solid-waste|forest-grass|marine|agriculture|ecology|noise-radiation|appraisal|law|price

    type AppraisalBodyForm
    bodyKey: text(1..256); title: text(1..256); kind: AppraisalKind; fields: [ExpertField]; licence?: text(1..256);
    validThrough?: day; active?: flag

    type OpenExpertDraw
    caseId?: uuid; batchId?: uuid; fields: [ExpertField]; levels?: [PoolLevel]; panelSize?: integer

    type CancelDraw
    reason: text(1..1024)

    type CommitSeed
    party: PanelParty; commitment?: text(64..64)

    type PanelParty = bureau|obligor

    type ConfirmPanel
    party: PanelParty; document?: EvidenceReference

    type MakeDraw
    without?: [PanelParty]

    type FixPool
    exclusions?: [DeclaredExclusion]

    type DeclaredExclusion
    expertNumber: text(1..256); reason: text(1..512)

    type GiveOpinion
    expertNumber: text(1..256); amounts?: [CaseAmount]; restorability?: Restorability;
    document?: EvidenceReference; remark?: text(1..4096)

    type ReplaceExpert
    expertNumber: text(1..256); reason: ExpertReplacement

    type RevealSeed
    party: PanelParty; seed: text(64..64)

    type FormBatch
    region: region; title: text(1..256); likeness: text(1..1024); caseIds: [uuid]

    type PolicyForm
    number: text(1..128); region: region; holder?: text(1..256); insurers: [text]; coverage: [InsuranceCover];
    limitFen: integer(1..9007199254740991); from: day; through: day

    type ClaimForm
    policyId: uuid; ground: ClaimGround; lines: [ClaimLine]

    type Order
    amountFen: integer(1..9007199254740991); paymentNumber: text(1..128); purpose: text(1..1024); caseId?: uuid

    type ProjectForm
    title: text(1..512); region: region; category: SpendingCategory; department?: text(1..64);
    budgetFen: integer(1..9007199254740991); approval: text(1..512)

    type AuditReport
    verdict: AuditVerdict; document: text(1..256); findings?: [AuditFinding]

    type AuditFinding
    text: text(1..2048); entryId?: uuid

    type PlanForm
    tasks: [PlanTask]
    """#
}
