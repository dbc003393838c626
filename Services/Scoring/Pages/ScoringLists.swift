import Contracts
import Pages

/// The lists of this service as pages.
enum ScoringLists {
  private static let colours = ListFilter("colour", choices: Colour.allCases.map(\.rawValue))
  private static let region = ListFilter("region")

  static let subjects = ListPage(
    "subjects", PageText("主体积分与颜色", "Subjects by score and colour"), source: "/v1/subjects", rows: "subjects",
    filters: [
      ListFilter("name"), ListFilter("subject"), region, colours,
      ListFilter("kind", choices: SubjectKind.allCases.map(\.rawValue)), ListFilter("scoreFrom"),
      ListFilter("scoreThrough"),
    ],
    columns: [
      ListColumn("subjectKey", link: "/pages/subjects/{subjectKey}"), ListColumn("title"),
      ListColumn("kind", nil, .word), ListColumn("region"), ListColumn("score"), ListColumn("colour", nil, .word),
      ListColumn("colourSince", nil, .time), ListColumn("facts"), ListColumn("nextChange", nil, .time),
    ], actions: [ScoringActions.recording])

  static let facts = ListPage(
    "facts", PageText("事实台账", "Facts"), source: "/v1/facts", rows: "facts",
    filters: [
      ListFilter("subject"), region, ListFilter("origin", choices: FactOrigin.allCases.map(\.rawValue)),
      ListFilter("code"), ListFilter("penaltyNumber"),
    ],
    columns: [
      ListColumn("establishedAt", nil, .time, link: "/pages/facts/{entryId}"),
      ListColumn("subjectKey", link: "/pages/subjects/{subjectKey}"), ListColumn("region"),
      ListColumn("origin", nil, .word), ListColumn("fact"), ListColumn("factId"), ListColumn("penaltyNumber"),
      ListColumn("article"),
    ], actions: [ScoringActions.recording])

  static let draws = ListPage(
    "inspection-draws", PageText("双随机抽查", "Double-random draws"), source: "/v1/inspection-draws", rows: "draws",
    filters: [
      region, ListFilter("quarter"), ListFilter("status", choices: InspectionDraw.Status.allCases.map(\.rawValue)),
    ],
    columns: [
      ListColumn("purpose", link: "/pages/inspection-draws/{drawId}"), ListColumn("region"),
      ListColumn("level", nil, .word), ListColumn("quarter"), ListColumn("status", nil, .word),
      ListColumn("committedAt", nil, .time), ListColumn("drawnAt", nil, .time), ListColumn("releasedAt", nil, .time),
    ], actions: [ScoringActions.opening])

  static let plans = ListPage(
    "inspection-plans", PageText("检查频次", "How often subjects are inspected"), source: "/v1/inspection-plans",
    rows: "plans",
    filters: [region, colours, ListFilter("mode", choices: InspectionMode.allCases.map(\.rawValue))],
    columns: [
      ListColumn("subjectKey", link: "/pages/subjects/{subjectKey}"), ListColumn("region"),
      ListColumn("colour", nil, .word), ListColumn("perYear"), ListColumn("mode", nil, .word),
      ListColumn("specialUntil", nil, .day), ListColumn("updatedAt", nil, .time),
    ])

  static let units = ListPage(
    "units", PageText("检查对象名录", "Units to be inspected"), source: "/v1/units", rows: "units",
    filters: [
      region, ListFilter("class", choices: InspectionClass.allCases.map(\.rawValue)),
      ListFilter("active", choices: ["true", "false"]),
    ],
    columns: [
      ListColumn("subjectKey", link: "/pages/units/{subjectKey}/entry"), ListColumn("region"),
      ListColumn("inspectionClass", nil, .word), ListColumn("trades"), ListColumn("dailyEmissionGrams"),
      ListColumn("active"), ListColumn("updatedAt", nil, .time),
    ])

  static let inspectors = ListPage(
    "inspectors", PageText("执法人员名录", "Inspectors"), source: "/v1/inspectors", rows: "inspectors", filters: [region],
    columns: [
      ListColumn("number", link: "/pages/inspectors/{number}/entry"), ListColumn("region"), ListColumn("interests"),
      ListColumn("active"), ListColumn("updatedAt", nil, .time),
    ])

  static let limits = ListPage(
    "emission-limits", PageText("管控期限排", "Limits in a control period"), source: "/v1/emission-limits",
    rows: "limits", filters: [ListFilter("alert", choices: AlertLevel.allCases.map(\.rawValue)), region],
    columns: [
      ListColumn("subjectKey", link: "/pages/subjects/{subjectKey}"), ListColumn("region"),
      ListColumn("dailyEmissionGrams"), ListColumn("cut"), ListColumn("allowedGrams"), ListColumn("exempt"),
    ])

  static let positive = ListPage(
    "positive-list", PageText("正面清单", "Positive list"), source: "/v1/positive-list", rows: "entries",
    filters: [
      ListFilter("subject"), region, ListFilter("status", choices: ["recommended", "listed", "refused", "removed"]),
      ListFilter("ground", choices: ListingGround.allCases.map(\.rawValue)),
    ],
    columns: [
      ListColumn("subjectKey", link: "/pages/positive-list/{entryId}"), ListColumn("region"),
      ListColumn("ground", nil, .word), ListColumn("status", nil, .word), ListColumn("recommendedAt", nil, .time),
      ListColumn("decidedAt", nil, .time), ListColumn("validUntil", nil, .day), ListColumn("cause", nil, .word),
    ], actions: [ScoringActions.recommending])

  static let creditCases = ListPage(
    "credit-cases", PageText("修复、异议、复议与诉讼", "Repair, objections, reviews, suits"), source: "/v1/credit-cases",
    rows: "cases",
    filters: [
      ListFilter("subject"), region, ListFilter("kind", choices: CreditCaseKind.allCases.map(\.rawValue)),
      ListFilter("status", choices: CreditCaseStatus.allCases.map(\.rawValue)),
      ListFilter("overdue", choices: ["true", "false"]),
    ],
    columns: [
      ListColumn("caseNumber", link: "/pages/credit-cases/{caseId}"), ListColumn("kind", nil, .word),
      ListColumn("status", nil, .word), ListColumn("subjectKey", link: "/pages/subjects/{subjectKey}"),
      ListColumn("region"), ListColumn("penaltyNumber"), ListColumn("filedAt", nil, .time),
      ListColumn("dueAt", nil, .time), ListColumn("overdue"),
    ], actions: [ScoringActions.filing])

  static let leniency = ListPage(
    "leniency-assessments", PageText("免罚减罚", "Leniency"), source: "/v1/leniency-assessments", rows: "assessments",
    filters: [
      ListFilter("subject"), ListFilter("penaltyNumber"), region,
      ListFilter("verdict", choices: LeniencyVerdict.allCases.map(\.rawValue)),
      ListFilter("decided", choices: ["true", "false"]),
    ],
    columns: [
      ListColumn("penaltyNumber", link: "/pages/leniency-assessments/{assessmentId}"),
      ListColumn("subjectKey", link: "/pages/subjects/{subjectKey}"), ListColumn("region"),
      ListColumn("verdict", nil, .word), ListColumn("lowestFen", nil, .yuan), ListColumn("highestFen", nil, .yuan),
      ListColumn("at", PageText("评估时间", "Assessed"), .time),
    ], actions: ScoringActions.assessing)

  static let all = [
    subjects, facts, draws, plans, units, inspectors, limits, positive, creditCases, leniency,
  ]
}
