// swift-format-ignore-file
extension ScoringContract {
  static let types: StaticString = #"""
    type OwnFact
    subjectKey: text(1..256); region: region; origin?: FactOrigin; factCodes: [text]; establishedAt?: instant;
    factAt?: instant; article?: text(1..256); evidence?: [EvidenceReference]

    type Prices = all|new

    type UnitForm
    region: region; inspectionClass: InspectionClass; groups?: [text]; trades?: [text];
    dailyEmissionGrams?: integer; active?: flag

    type InspectorForm
    region: region; interests?: [text]; active?: flag

    type DrawForm
    region: region; level: InspectionLevel; quarter: text(1..7)

    type ResultForm
    subjectKey: text(1..256); inspectionNumber: text(1..128); inspectedAt: instant; onSite?: flag; problems: flag;
    factCodes?: [text]; article?: text(1..256); evidence?: [EvidenceReference]

    type ListingForm
    decision: Decision; confirmed?: [text]; screening?: [text]

    type Decision = enter|refuse

    type LeniencyRequest
    subjectKey: text(1..256); penaltyNumber: text(1..128); discretionFen: integer(1..9007199254740991);
    statutoryMinimumFen?: integer(0..9007199254740991); changedLaw?: ChangedLaw; actAt?: instant; items?: [text];
    findings?: [FactorFinding]; measures?: [Measurement]; circumstances?: [text]; apologyClass?: text(1..256)

    type ChangedLaw
    discretionFen: integer(0..9007199254740991); statutoryMinimumFen?: integer(0..9007199254740991);
    article: text(1..256)

    type FactorFinding
    factor: text(1..256); found: flag; evidence?: [EvidenceReference]; note?: text(1..4096)

    type Measurement
    measure: text(1..256); value: number

    type LeniencyChoice
    decision: PenaltyDecisionKind; fineFen?: integer(1..9007199254740991); reason: text(1..4096)

    type ApologyRequest
    subjectKey: text(1..256); penaltyNumber: text(1..128); requestedAt: instant; evidence?: [EvidenceReference]

    type CreditApplication
    kind: CreditCaseKind; subjectKey: text(1..256); entries?: [EntryReference]; penaltyNumber?: text(1..128);
    decidedBy?: text(1..256); filedAt?: instant; knownAt?: instant; statement: text(1..4096);
    evidence?: [EvidenceReference]
    """#
}
