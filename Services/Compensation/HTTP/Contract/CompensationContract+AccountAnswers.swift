// swift-format-ignore-file
extension CompensationContract {
  /// The account, insurance, experts, batches and figures.
  static let accountAnswers: StaticString = #"""
    type EntryPage
    entries: [Entry]; next?: text

    type NewEntry
    entryId: uuid; day: day; kind: receipt|interest|suspense|assignment|recovery|remittance|refund|spending|reversal; debit: LedgerAccount;
    credit: LedgerAccount; amountFen: integer; caseId?: uuid; paymentId?: uuid; claimId?: uuid; projectId?: uuid; region: region;
    class: text; document?: text; reason?: text; reverses?: uuid; by: text

    type Entry
    +NewEntry
    number: integer; recordedAt: instant

    type LedgerAccount = bank|case|suspense|interest|insurer|project

    type Balances
    accounts: [Balance]; sumFen: integer

    type Balance
    account: LedgerAccount; name: text; debitFen: integer; creditFen: integer; balanceFen: integer

    type BalanceCheck
    kept: Balances; counted: Balances; agree: flag

    type Reason
    reason: text(1..1024)

    type WaitingPage
    payments: [WaitingPayment]; next?: text

    type WaitingPayment
    paymentId: uuid; paymentNumber: text; caseId?: uuid; payer: PayerKind; source: text; amountFen: integer; leftFen: integer;
    reason: text; reasonName: text; receivedAt: instant

    type Assignment
    caseId: uuid; amountFen?: integer(1..9007199254740991) -- all that waits, without it; reason: text(1..1024)

    type PaymentOrder
    amountFen: integer(1..9007199254740991); paymentNumber: text(1..128); reason: text(1..1024)

    type ProjectPage
    projects: [Project]; next?: text

    type Project
    title: text; region: region; category: SpendingCategory; department?: text; budgetFen: integer; approval: text; projectId: uuid;
    projectNumber: text; spentFen: integer; leftFen: integer; version: integer; updatedAt: instant

    type YearList
    years: [Year]

    type Year
    clock: LegalClock; statement?: YearStatement; closedAt?: instant; closedBy?: text; audit?: AuditReport; auditedAt?: instant;
    auditedBy?: text; sequence: integer; year: integer; region: region; status: ended|closed|audited; overdue: flag;
    updatedAt: instant; now?: YearStatement; unchanged?: flag

    type YearStatement
    openingFen: integer; receivedFen: integer; paidOutFen: integer; closingFen: integer; suspenseFen: integer; insurersFen: integer;
    entries: integer; lines: [YearLine]; digest: text(64..64)

    type YearLine
    kind: text; class: text; entries: integer; amountFen: integer

    type LegalClock
    dueDate: DueDate; derivation: [text]; rule: RuleReference; metAt?: instant; overdueAt?: instant

    type PolicyPage
    policies: [Policy]; next?: text

    type PolicyTerms
    number: text; region: region; holder?: text; insurers: [text]; coverage: [InsuranceCover]; limitFen: integer; from: day;
    through: day

    type Policy
    +PolicyTerms
    policyId: uuid; leftFen?: integer; version: integer; updatedAt: instant

    type SubjectCover
    subjectKey: text; day: day; insured: flag; through?: day; policies: [PolicyTerms]

    type InsuranceFigures
    day: day; regions: [region]; countiesInsured: integer; counties: integer; coveragePercent?: number; byCounty: [InsuredCounty]

    type InsuredCounty
    region: region; name?: text; insured: integer

    type ClaimPage
    claims: [Claim]; next?: text

    type Claim
    ground: ClaimGround; policyNumber: text; insurer: text; lines: [ClaimLine]; claimedFen: integer; filedAt: instant;
    conditions: [MetCondition]; conditionsMetAt?: instant; clock?: LegalClock; withdrawal?: ClaimWithdrawal; recourse?: Recourse;
    claimId: uuid; claimNumber: text; caseId: uuid; policyId: uuid; region: region; status: filed|due|paid|withdrawn; paidFen: integer;
    outstandingFen: integer; overdue: flag; updatedAt: instant

    type MetCondition
    code: text(1..256); evidence: text(1..1024)

    type Recourse
    subjectKey: text; amountFen: integer; openedAt: instant; recoveredFen: integer; remittedFen: integer

    type MetConditions
    conditions: [MetCondition]; metAt?: instant

    type ClaimWithdrawalForm
    reason: ClaimWithdrawal

    type RecourseForm
    subjectKey: text(1..256)

    type ExpertPage
    experts: [Expert]; next?: text

    type Expert
    region: region; level: PoolLevel; name: text; fields: [ExpertField]; grade: text; employer: text; employerKey?: text;
    interests?: [text]; active: flag; expertNumber: text; version: integer

    type AppraisalBodyPage
    bodies: [AppraisalBody]; next?: text

    type AppraisalBody
    bodyKey: text; title: text; kind: AppraisalKind; fields: [ExpertField]; licence?: text; validThrough?: day; active: flag;
    version: integer

    type ExpertDrawPage
    draws: [ExpertDrawLine]; next?: text

    type ExpertDrawLine
    drawId: uuid; region: region; caseIds: [uuid]; batchId?: uuid; status: committed|pool-fixed|drawn|confirmed|concluded|cancelled;
    fields: [ExpertField]; levels: [PoolLevel]; algorithm: text; purpose: text; contributor: text; commitment: text(64..64);
    openedAt: instant; panelSize: integer; rule: RuleReference; contributions: [PanelContribution]; poolSize?: integer;
    poolSha256?: text(64..64); seed?: text(64..64) -- once drawn; drawnAt?: instant; drawn?: [DrawnExpert]; panel?: [text];
    confirmedAt?: instant; amounts?: [CaseAmount]; restorability?: Restorability; cancelled?: text; version: integer

    type PanelContribution
    contributor: PanelParty; commitment?: text(64..64); revealed: flag; seed?: text(64..64)

    type ExpertDraw
    +ExpertDrawLine
    excluded: [ExcludedExpert]; confirmations: [PanelConfirmation]; opinions: [ExpertOpinion]; history: [StepRecord]

    type ExcludedExpert
    expertNumber: text; ground: employed|interest|declared; reason?: text

    type PanelConfirmation
    party: PanelParty; at: instant; document?: EvidenceReference

    type ExpertOpinion
    expertNumber: text; at: instant; amounts?: [CaseAmount]; restorability?: Restorability; document?: EvidenceReference;
    remark?: text

    type BatchPage
    batches: [BatchLine]; next?: text

    type BatchLine
    batchId: uuid; batchNumber: text; region: region; title: text; likeness: text;
    parts: [BatchPart]; formedAt: instant; caseIds: [uuid]; version: integer

    type BatchPart = JOINT_ASSESSMENT|JOINT_NEGOTIATION|JOINT_SIGNING|JOINT_RESTORATION

    type Batch
    +BatchLine
    cases: [BatchedCase]; totalFen: integer

    type BatchedCase
    caseId: uuid; caseNumber: text; region: region; subjectKey?: text; status: CompensationStatus; amountFen?: integer

    type LeaveBatch
    caseId: uuid; reason: text(1..1024)

    type BatchStep
    common?: object -- the body of the step, for all cases; cases?: [object] -- for single ones, with caseId

    type CaseFigures
    period: FigureSpan; before: FigureSpan; regions: [region]; department?: text; total: CaseFigureGroup;
    results: [RestorationResult]; stages: [ReachedStage] -- that cases reached, each on the day they first did;
    groups?: [CaseFigureGroup]

    type ReachedStage
    stage: CompensationStatus; name: text; now: integer; before: integer; cumulative: integer

    type FigureSpan
    text: text; first: day; last: day

    type CaseFigureGroup
    key?: text; name?: text; measures: [CaseMeasure]; selfScreened: integer; selfClosed: integer; closureRate: Share; onTimeRate: Share;
    coverage?: Share; results?: [RestorationResult]

    type CaseMeasure
    code: text; name: text; now: integer; before: integer; cumulative: integer; growthPercent?: number

    type Share
    numerator: integer; denominator: integer; percent?: number; formula: text

    type RestorationResult
    mode: RestorationMode; name: text; unit: RestorationUnit; unitName: text; quantity: number; before: number; cumulative: number

    type CountyTable
    region: region; cases: [CountyTableLine]; next?: text

    type CountyTableLine
    +CaseLine
    nodes: {instant} -- when each node was reached, by its status; assessedFen?: integer; receivedFen?: integer;
    claimStatus?: filed|due|paid|withdrawn; insuredFen?: integer; insurance?: Cover

    type DispatchList
    dispatches: [ecoredress.monthly-dispatch.issued.v1]

    type Plan
    region: region; year: integer; version: integer; issuedAt: instant; by: text; tasks: [PlanProgress]

    type PlanProgress
    region: region; department?: text; measure: PlanMeasure; target: integer; done: integer; percent?: number
    """#
}
