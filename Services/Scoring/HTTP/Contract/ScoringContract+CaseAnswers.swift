// swift-format-ignore-file
extension ScoringContract {
  /// Credit cases, the positive list, leniency and study.
  static let caseAnswers: StaticString = #"""
    type CreditCasePage
    cases: [CreditCaseLine]; next?: text

    type CreditCaseLine
    caseId: uuid; caseNumber: text; kind: CreditCaseKind; status: filed|accepted|refused|decided|closed|withdrawn;
    subjectKey: text; region: region; penaltyNumber?: text; instance: integer; filedAt: instant;
    late?: flag -- filed after the period to ask; overdue: flag; dueAt?: instant; updatedAt: instant

    type CreditCase
    +CreditCaseLine
    file: CreditCaseFile; version: integer

    type CreditCaseFile
    entries: [EntryReference]; penaltyNumber?: text; decidedBy?: text; statement: text; evidence?: [EvidenceReference];
    requestDue?: DueDate; clocks: [CreditClock]; extended?: flag; refusal?: ecoredress.credit-case.refused.v1;
    decisions?: [ecoredress.credit-case.decided.v1]; notes: [CreditCaseNote]

    type CreditClock
    kind: acceptance|answer|decision|appeal|suit; dueDate: DueDate; metAt?: instant; overAt?: instant; warnings?: integer

    type CreditCaseNote
    step: text; at: instant; by: text; text?: text

    type CreditAcceptance
    at?: instant; copyReceivedAt?: instant

    type CreditRefusal
    reason: CreditCaseRefusal; article?: text(1..256); statement: text(1..4096)

    type CreditReason
    reason: text(1..4096)

    type CreditDecision
    outcome: CreditCaseOutcome; document?: text(1..256); withdrawn?: [EntryReference]; newFactCodes?: [text];
    servedAt?: instant; reason: text(1..4096)

    type CreditAppeal
    decidedBy?: text(1..256); at?: instant

    type ListingPage
    entries: [Listing]; next?: text

    type Listing
    entryId: uuid; subjectKey: text; region: region; ground: ListingGround; status: recommended|listed|refused|removed;
    recommendedAt: instant; decidedAt?: instant; decidedBy?: text; screening?: [text]; unmet?: [text];
    validUntil?: instant; removedAt?: instant; cause?: RemovalCause; factCodes?: [text]; barredUntil?: instant; rule: RuleReference

    type ListingWish
    subjectKey: text(1..256)

    type LeniencyCatalogue
    at: instant; items: [LeniencyItem]; factors: {text}; apology?: ApologyTerms; study: StudyTerms

    type LeniencyItem
    item: text; title: text; condition: text; discretion: text; basis: text; effect: REQUIRED|ALLOWED|LIGHTER|MITIGATED;
    factors: [text]; violations?: [text]; limits?: [LeniencyLimit]; leastRate?: text; mostRate?: text; derivation: RuleReference

    type LeniencyLimit
    measure: text; title: text; within: text

    type ApologyTerms
    conditions: [text]; exclusions: {text}; rates: [ApologyRate]; capFen?: integer; request?: text; pledgeTerm: text;
    derivation: RuleReference

    type ApologyRate
    class: text; title: text; leastRate: text; mostRate: text

    type StudyTerms
    minutesPerUnit: integer; minimumUnits: integer; incentives: [StudyIncentive]; leastRate?: text; mostRate?: text

    type LeniencyPage
    assessments: [LeniencyAssessment]; next?: text

    type LeniencyResult
    verdict: LeniencyVerdict; law: LeniencyLaw; discretionFen: integer; statutoryMinimumFen?: integer; lowestFen: integer;
    highestFen: integer; amount: LeniencyAmount; grounds: [LeniencyFinding]; pledgeId?: uuid; derivation: RuleReference

    type LeniencyAssessment
    assessmentId: uuid; subjectKey: text; region: region; penaltyNumber: text; at: instant; actAt?: instant; assessedBy: text;
    +LeniencyResult
    otherLaw?: LeniencyResult -- by the law of the other day; request: LeniencyRequest; decision?: LeniencyDecision

    type LeniencyAmount
    discretionFen: integer; reductions: [LeniencyReduction]; largestReductionFen: integer; floorFen: integer; lowestFen: integer;
    highestFen: integer

    type LeniencyReduction
    ground: text; leastRate: text; mostRate: text; leastFen: integer; mostFen: integer; capped?: flag

    type LeniencyFinding
    ground: text; applies: flag; reason: text; rule?: RuleReference; effect?: REQUIRED|ALLOWED|LIGHTER|MITIGATED; detail: text

    type LeniencyDecision
    assessmentId: uuid; subjectKey: text; region: region; at: instant; penaltyNumber: text; decision: PenaltyDecisionKind;
    fineFen?: integer; discretionFen: integer; shareOfDiscretion?: text; grounds?: [text]; pledgeId?: uuid; entryId?: uuid;
    derivation: RuleReference; reason: text; decidedBy: text

    type StudyFigures
    firms: integer; minutes: integer; units: integer; minutesPerUnit: integer; hours: integer; remainingMinutes: integer; exams: integer

    type SubjectStudy
    subjectKey: text; minutes: integer; units: integer; exams: integer; credits: [StudyCredit]; incentives: [StudyIncentive];
    minimumUnits: integer; derivation: RuleReference

    type StudyCredit
    exam: text; at: instant; minutes: integer; units: integer; penaltyNumber?: text; validUntil: instant
    """#
}
