// swift-format-ignore-file
extension PetitionsContract {
  /// What the bureau's own routes answer: letters, checks, rewards, records, figures.
  static let bureauAnswers: StaticString = #"""
    type LetterPage
    letters: [Letter]; next?: text

    type Letter
    letterId: uuid; entry: integer; letterNumber?: text; status: draft|issued|acknowledged|answered|closed; overdue: flag;
    cause: ReminderCause; checkId?: uuid; from: text; fromRegion: region; to: text; toRegion: region; file: LetterFile;
    updatedAt: instant; version: integer

    type LetterFile
    findings: [ReminderFinding]; issued?: ecoredress.reminder-letter.issued.v1; acknowledgement?: LetterClock;
    answer?: LetterClock; answers?: [ecoredress.reminder-letter.answered.v1];
    reviews?: [ecoredress.reminder-letter.reviewed.v1]

    type LetterClock
    dueDate: DueDate; metAt?: instant; overdueAt?: instant

    type CheckPage
    checks: [CheckLine]; next?: text

    type CheckLine
    checkId: uuid; region: region; month: text -- such as 2026-01; status: committed|drawn|completed;
    algorithm: text; purpose: text; contributor: text; commitment: text(64..64); committedAt: instant;
    seed?: text(64..64) -- once drawn; drawnAt?: instant; poolSize?: integer; poolSha256?: text(64..64); sampleSize?: integer;
    rule?: RuleReference; version: integer

    type CheckDetail
    +CheckLine
    contributions?: [CheckContribution]; cases: [CheckedCase]

    type CheckContribution
    contributor: text; commitment: text(64..64); committedAt: instant; revealedAt?: instant; seed?: text(64..64)

    type CheckedCase
    rank: integer; petitionId: uuid; petitionNumber: text; region: region; passed?: flag; checkedAt?: instant; checkedBy?: text;
    unit?: text; summary?: text

    type RewardPage
    rewards: [Reward]; next?: text

    type Reward
    rewardId: uuid; petitionId: uuid; petitionNumber: text; region: region; at: instant; granted: flag; level?: text;
    amountFen?: integer(0..1000000000000000); refusal?: RewardRefusal; dueDates?: [DueDate]; rule: RuleReference; entry: integer;
    status: granted|refused|claimed|lapsed; claimedAt?: instant; version: integer

    type StaffRecordPage
    records: [StaffRecord]; next?: text

    type StaffRecord
    id: uuid; entry?: integer; kind: StaffRecordKind; day: day; region: region; category?: Category; petitionId?: uuid;
    letterId?: uuid; searched?: integer; found?: integer; people?: integer; summary?: text; recordedBy: text;
    recordedAt: instant; withdrawn?: Withdrawn

    type Withdrawn
    at: instant; by: text; reason: text

    type DigestList
    day: day; digests: [ecoredress.digest.compiled.v1]

    type SupervisorPage
    supervisors: [SupervisorLine]; afterNumber?: text -- where the next page begins, as `afterNumber`

    type SupervisorLine
    number: text; region: region; registeredAt: instant; endedAt?: instant

    type SupervisorNumber
    number: text

    type RoutingAnswer
    problems: [text] -- what is wrong with the rows, in words; routes: [RoutedPlace]; tried?: integer; moved?: integer;
    moves?: [RouteMove]

    type RoutedPlace
    region: region; area?: text; grid?: text; category: Category; route: Route; proposed?: Route

    type Route
    unit: text; name: text; matched?: text -- the row that decided; fallback: flag

    type RouteMove
    petitionNumber: text; from: text; to: Route

    type PetitionFigures
    period: FigureSpan; before: FigureSpan; regions: [region]; channel?: text; kind?: text; total: [Figure]; groups?: [FigureGroup]

    type FigureSpan
    text: text; first: day; last: day

    type FigureGroup
    key: text; name?: text; figures: [Figure]

    type Figure
    code: text; name: text; direction: KEEP|FALL|RISE -- 保, 降, 升; target?: text; formula: text; numerator: [FigureMeasure];
    denominator?: [FigureMeasure]; now: any -- a FigureValue, or where receipts are counted a list of UnitCount;
    before: any -- as now; change?: number -- in points where there is a denominator; asWanted?: flag; rule: FigureRule

    type FigureMeasure
    code: text; name?: text; countedOn?: text -- the day that decides the period

    type FigureValue
    numerator: integer; denominator?: integer; percent?: number

    type UnitCount
    unit: text -- what is counted: 件, 件(次); count: integer; before?: integer

    type FigureRule
    pack: text; version: text; rule: text; article?: text; source?: text; assumed?: flag

    type ChannelFigures
    period: FigureSpan; before: FigureSpan; regions: [region]; channel?: text; kind?: text; channels: [ChannelCount];
    totals: [UnitCount]

    type ChannelCount
    channel: text; name: text; class: text; className: text; unit: text; count: integer; before: integer
    """#
}
