// swift-format-ignore-file
extension ScoringContract {
  /// Subjects, facts, inspections and draws.
  static let answers: StaticString = #"""
    type SubjectPage
    subjects: [SubjectLine]; next?: text -- where the next page begins, as `cursor`

    type SubjectLine
    subjectKey: text; region: region; sequence: integer -- of its events; score?: number -- absent where nothing is known; colour: Colour;
    colourSince: instant; facts: integer -- how many count; derivation: RuleReference; updatedAt: instant; ownerKey?: text;
    title?: text; kind?: SubjectKind; nextChange?: instant -- when score or colour change by themselves

    type ColourTally
    subjects: integer; green: integer; yellow: integer; red: integer; unrated: integer -- of whom no fact is known

    type ColourFigures
    +ColourTally
    regions: [region] -- of whose divisions the figures tell; divisions: [DivisionColours] -- by code, those with subjects

    type DivisionColours
    +ColourTally
    region: region; regionName?: text -- absent for a code of no division

    type Subject
    subjectKey: text; title?: text; kind?: SubjectKind; region?: region; ownerKey?: text; sites?: [text]; at: instant;
    score?: number; colour: Colour; colourName?: text -- as the rule pack names it; colourSince?: instant; facts: integer;
    nextChange?: instant; sequence?: integer; derivation: RuleReference

    type Explanation
    +Subject
    base: number -- what every subject begins with; lowest: number; highest: number; total: number -- before it is cut to lowest and highest;
    vetoed: flag -- whether a fact alone makes it red; colours: [ColourBand]; lines: [ExplanationLine] -- in the order they count

    type SubjectHistory
    subjectKey: text; at: instant; moments: [SubjectMoment] -- ascending

    type SubjectMoment
    at: instant -- from when on; score?: number -- absent while unrated; colour: Colour

    type ColourBand
    colour: Colour; name: text; range: text -- such as [80, 100]

    type ExplanationLine
    entryId: uuid; siteKey?: text; fact: text; origin: FactOrigin; source: text; factId: text; petitionId?: uuid;
    penaltyNumber?: text; happenedAt?: instant; from: instant; article?: text; evidence?: [EvidenceReference];
    code?: text -- the line of the price list; name?: text; points: number; until?: instant; veto?: flag;
    standing: counts|not-yet|lapsed|withdrawn|not-owned|counted-already|without-points; withdrawnBy?: uuid;
    runningTotal: number; rule?: RuleReference

    type Registration
    region: region; title: text(1..256); kind: SubjectKind; registeredAt?: instant

    type Registered
    subjectKey: text; title: text; kind: SubjectKind

    type OwnerLink
    ownerKey: text(1..256); linkedAt?: instant; article?: text(1..256); evidence?: [EvidenceReference]

    type CodeKeys
    form: =ECO1 -- of the text in the square; keys: [CodeKey]

    type CodeKey
    id: text; algorithm: =Ed25519; publicKey: base64

    type FactPage
    facts: [Fact]; next?: text

    type Fact
    entryId: uuid; subjectKey: text; region: region; origin: FactOrigin; fact: text; source: text; factId: text;
    establishedAt: instant; happenedAt?: instant; article?: text; petitionId?: uuid; penaltyNumber?: text; assesses: flag;
    clientKey?: text; ownerKey?: text; withdraws?: points|entry; amends?: [uuid]; amendsCase?: text;
    evidence?: [EvidenceReference]; correlation: text; lines: [FactLine]

    type FactLine
    code: text; name?: text -- absent, like the rule, for a code that no rule prices; points: number; until?: instant; veto?: flag;
    rule?: RuleReference

    type RecordedFact
    entryId: uuid; subjectKey: text; codes: [text]; points: number

    type Correction
    reason: CorrectionReason; factCodes?: [text]; correctedAt?: instant; factAt?: instant; article?: text(1..256);
    evidence?: [EvidenceReference]

    type RuleDraft
    pack: text(1..524288) -- the rule pack, in YAML

    type RuleTrial
    at: instant; examined: integer; scoresChanged: integer; coloursChanged: [ColourChange]; next?: text

    type ColourChange
    subjectKey: text; region: region; score?: number; colour: Colour; draftScore?: number; draftColour: Colour

    type CountyScores
    period: text; rule: RuleReference; counties: [CountyScore]

    type CountyScore
    county: region; countyName: text; score: number; indicators: [CountyIndicator]

    type CountyIndicator
    code: SELF_SCREENED|SELF_HANDLED_CLOSED; name: text; count: integer; target: number; points: number

    type CountyCases
    cases: [CountyCase]; after?: text

    type CountyCase
    caseId: uuid; caseNumber: text; county: region; clueSource: ClueSource; clueAt: instant; closedAt?: instant;
    outcome?: CompensationOutcome

    type InspectionPlanPage
    plans: [InspectionPlan]; next?: text

    type InspectionPlan
    subjectKey: text; region: region; colour: Colour; perYear: number; mode: InspectionMode; reasons: [FrequencyReason];
    specialUntil?: instant; rule: RuleReference; updatedAt: instant

    type EmissionLimitPage
    alert: yellow|orange|red; rule: RuleReference; limits: [EmissionLimit]; next?: text

    type EmissionLimit
    subjectKey: text; region: region; dailyEmissionGrams: integer; cut: number; allowedGrams: integer; exempt?: flag

    type UnitPage
    units: [SupervisedUnit]; next?: text

    type SupervisedUnit
    subjectKey: text; region: region; inspectionClass: InspectionClass; groups: [text]; trades: [text];
    dailyEmissionGrams?: integer; active: flag; updatedAt: instant; plan?: InspectionPlan

    type InspectorPage
    inspectors: [Inspector]; after?: text; next?: text -- the same, as `cursor`

    type Inspector
    number: text; region: region; interests: [text]; active: flag; updatedAt: instant

    type DrawPage
    draws: [Draw]; next?: text

    type Draw
    drawId: uuid; region: region; level: InspectionLevel; quarter: text -- such as 2026-Q1; status: committed|drawn|released;
    algorithm: text; purpose: text; contributor: text; commitment: text(64..64); committedAt: instant; drawnAt?: instant;
    releasedAt?: instant; contributions: [SeedContribution]; strata?: [DrawStratum]; inspectorPoolSize?: integer;
    inspectorPoolSha256?: text(64..64); inspectorsEach?: integer; resultSha256?: text(64..64);
    seed?: text(64..64) -- once released; drawn?: [DrawAssignment] -- for those who may see it

    type DrawVerification
    drawId: uuid; algorithm: text; holds: flag -- all of it; checks: [DrawCheck]

    type DrawCheck
    check: seed|contribution|commitment-first|pool|units|inspectors|result; about?: text -- whose, or of which class; holds: flag

    type DrawAssignment
    rank: integer; inspectionClass: InspectionClass; subjectKey: text; inspectors: [text]; avoided?: [text];
    region: region; result?: InspectionResult

    type InspectionResult
    inspectionNumber: text; inspectedAt: instant; onSite: flag; problems: flag; factCodes?: [text]; publishBy: instant;
    publishedAt?: instant; rule: RuleReference

    type PublishedResults
    results: [PublishedResult]; next?: text

    type PublishedResult
    drawId: uuid; subjectKey: text; region: region; inspectors: [text]; result: InspectionResult

    type Commitment
    commitment: text(64..64) -- SHA-256 in hexadecimal

    type Seed
    seed: text(64..64) -- in hexadecimal

    type DrawOrder
    without?: [text] -- contributors whose seeds are missing
    """#
}
