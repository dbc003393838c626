// swift-format-ignore-file
extension CompensationContract {
  /// Cases, gates, damage and settlement.
  static let answers: StaticString = #"""
    type GateAnswer
    penaltyNumber: text; gates: [Gate]; breaches: [GateBreach]; cases: [CaseLine]

    type Gate
    gate: PenaltyGate; open: flag -- whether the penalty case may pass; reason: GateReason

    type GateBreach
    gate: PenaltyGate; passedAt: instant; reason: GateReason

    type CasePage
    cases: [CaseLine]; next?: text -- where the next page begins, as `cursor`

    type CaseLine
    caseId: uuid; caseNumber: text; sequence: integer -- of its events; status: CompensationStatus; region: region; subjectKey?: text;
    clueSource: ClueSource; openedAt: instant; filedAt?: instant; closedAt?: instant; amountFen?: integer(0..1000000000000000);
    performed?: flag; overdue: flag; nextDue?: DueDate; petitionId?: uuid; penaltyNumber?: text; noObligor?: flag;
    department?: text; keyCase?: KeyCaseLevel; suspended?: flag; outcome?: CompensationOutcome; updatedAt: instant;
    dual: flag -- whether a penalty case goes beside it; unit?: text; factCodes: [text]; enteredAt: instant; version: integer -- that of the ETag;
    clueStands?: flag -- false where the clue was corrected away

    type CaseDetail
    +CaseLine
    correlationId: text; findingId?: uuid; mustStart?: [MustStartReason]; reason?: NotStartedReason; article?: text;
    investigation?: Investigation; performedAt?: instant; modes?: [RestorationMode]; deadlines: [CaseDeadline];
    suspensions: [Suspension]; stages: [StageEntry]; documents: [CaseDocument]; documentsExpected: [ExpectedDocument];
    notices: [ObligorNotice]; invitations: [Invitation]; keyCaseDetail?: KeyCase; settlement?: Settlement;
    consultations: [Consultation]; gates: [Gate]; breaches: [GateBreach]; corrections?: [CaseCorrection];
    policeTransfers?: [PoliceTransfer]; receivedFen: integer; payments: [CasePayment]; penalty: [PenaltyNews]; insurance?: Cover;
    nextSteps: [text] -- the steps that can be taken now; history: [StepRecord]

    type StepRecord
    at: instant; actor: text; step: text; detail?: any -- what was said with the step

    type CaseDeadline
    kind: text; dueDate: DueDate; internalDue?: instant; period: text; pack: text; packVersion: text; packSha256: text;
    derivation: [text] -- how the day was found, line by line; warnings?: [instant]; warned?: integer; standing?: flag;
    metAt?: instant; overdueAt?: instant

    type Investigation
    at: instant; damage: flag; proposal: InvestigationProposal; summary?: text; actor: text

    type Suspension
    reason: SuspensionReason; explanation?: text; approvedBy: text; from: instant; to?: instant

    type StageEntry
    stage: CompensationStatus; at: instant; owner?: text; department?: text

    type CaseDocument
    id: uuid; stage: CompensationStatus; kind: text; number?: text; title: text; reference?: text; sha256?: text; filedAt: instant;
    actor: text

    type ExpectedDocument
    kind: text; title: text; required: flag; template: flag -- whether the service can write it

    type ObligorNotice
    number: text; subjectKey: text; issuedAt: instant; pack: text; packVersion: text; packSha256: text; servedAt?: instant;
    method?: ServiceMethod; proof?: text; failure?: DeliveryFailure

    type Invitation
    id: uuid; invitee: Invitee; unit?: text; persons?: integer; stage: CompensationStatus; at: instant; meetingAt?: instant; actor: text;
    answer?: InvitationAnswer

    type KeyCase
    level: KeyCaseLevel; reason: KeyCaseReason; leader?: text; since: instant

    type Consultation
    heldAt: instant; outcome: ConsultationOutcome; recordNumber?: text; actor: text

    type CaseCorrection
    kind: text; source: text; factId: text; reason: CorrectionReason; factCodes?: [text]; at: instant

    type PoliceTransfer
    source: text; referralNumber: text; referredAt?: instant; authority?: text; outcome?: CrimeOutcome; decidedAt?: instant

    type CasePayment
    paymentNumber: text; caseId: uuid; amountFen: integer; receivedAt: instant; payer: PayerKind; source: text; account?: text

    type PenaltyNews
    kind: text -- penalty.filed, penalty.notice-planned, penalty.decided; at: instant; detail?: any; corrected?: flag

    type Cover
    subjectKey: text; day: day; insured: flag; through?: day

    type Settlement
    batchId?: uuid; appraisals?: [Appraisal]; negotiations?: [Negotiation]; agreement?: Agreement; suit?: Suit;
    publicInterestSuits?: [PublicInterestSuit]; decision?: RestorationDecision; project?: RestorationProject;
    lacking?: [RestorationMeasure] -- what of a restoration is still to be done

    type Appraisal
    id: uuid; kind: AppraisalKind; bodyKey: text; jointly: flag; entrustedAt: instant; reportedAt?: instant; amountFen?: integer;
    restorability?: Restorability; report?: EvidenceReference

    type Negotiation
    number: integer; notifiedAt: instant; claimFen?: integer; notice?: EvidenceReference; willing?: flag; answeredAt?: instant;
    rounds?: [NegotiationRound]; agreedAt?: instant; failure?: NegotiationFailure; failedAt?: instant; reason?: text

    type NegotiationRound
    number: integer; heldAt: instant; outcome: RoundOutcome; claimFen?: integer; offerFen?: integer; participants?: [MeetingParticipant];
    minutes?: EvidenceReference

    type Agreement
    agreementNumber: text; signedAt: instant; amountFen: integer; modes: [RestorationMode]; measures?: [RestorationMeasure];
    instalments?: [AgreedInstalment]; performBy: instant; document?: EvidenceReference; court?: CourtConfirmation;
    defaultedAt?: instant

    type AgreedInstalment
    number: integer; amountFen: integer; due: instant; paidAt?: instant

    type CourtConfirmation
    court: text; appliedAt: instant; publishedAt?: instant; notBefore?: DueDate; decision?: CourtDecision; rulingNumber?: text;
    decidedAt?: instant

    type Suit
    cause: SuitCause; plaintiff: text; court: text; amountFen?: integer; preparedAt: instant; sha256: text(64..64);
    documents?: [EvidenceReference]

    type PublicInterestSuit
    plaintiff: text; court: text; suitNumber: text; state: State; at: instant

    type RestorationDecision
    restorability: Restorability; reason: text; performer: RestorationPerformer; conditions?: [text]; decidedAt: instant

    type RestorationProject
    id: uuid; performer: RestorationPerformer; measures?: [RestorationMeasure]; done?: [RestorationMeasure]; startedAt?: instant;
    completedAt?: instant; evaluations?: [RestorationEvaluation]; metAt?: instant; takenOverAt?: instant; costFen?: integer

    type RestorationEvaluation
    number: integer; at: instant; met: flag; evaluatorKey?: text; report?: EvidenceReference

    type Flow
    stages: [FlowStage]; departments: [text]

    type FlowStage
    stage: CompensationStatus; title: text; following: [CompensationStatus]; steps: [text]; documents: [ExpectedDocument]

    type Paper
    kind: text; title: text; text: text; sha256: text(64..64); pack: text; packVersion: text; packSha256: text

    type DamageSum
    amountFen: integer; heads: [LossLine]; derivation: [text]; rules: [RuleReference]

    type DamageKept
    +DamageSum
    assessmentId: uuid

    type DamageAssessment
    assessmentId: uuid; caseId: uuid; method: text; form: text; simple: flag; amountFen: integer; heads: [LossLine];
    derivation: [text]; rules: [RuleReference]; report: DamageReport; at: instant; by: text

    type DamageAssessments
    assessments: [DamageAssessment]

    type DustEstimate
    kilograms: number; derivation: [text]; rules: [RuleReference]

    type DamageInput
    method: DamageMethod; water?: WaterVirtualCost; air?: AirVirtualCost; multiplier?: MultiplierCost; baseline?: BaselineShare;
    losses?: [LossItem]

    type WaterVirtualCost
    discharge: Discharge; hazard: CitedCoefficient; pollutants?: [Pollutant]; exceedance?: CitedCoefficient;
    surfaceWater?: SurfaceWaterClass; function?: CitedCoefficient

    type AirVirtualCost
    discharge: Discharge; hazard: CitedCoefficient; sensitivity: CitedCoefficient; function: CitedCoefficient;
    exceedance: CitedCoefficient

    type MultiplierCost
    discharge: Discharge; surfaceWater: SurfaceWaterClass; multiplier: CitedCoefficient

    type BaselineShare
    basis?: discretion|planned|decided; fineFen?: integer(1..9007199254740991); noCostMethod: text(1..2048)

    type SurfaceWaterClass = I|II|III|IV|V

    type Discharge
    quantity: number; unit: t|m3|kg; source: text(1..1024); cost: UnitCost

    type UnitCost
    yuan: number; basis: survey|cost-function|charge-standard|literature; reference: text(1..1024)

    type CitedCoefficient
    value: number; reason: text(1..1024)

    type Pollutant
    code: text(1..64); measured: number; limit: number
    """#
}
