import Contracts
import Pages

/// Experts, appraisal bodies and draws as lists.
enum ExpertLists {
  static let experts = ListPage(
    "experts", PageText("专家库", "Experts"), source: "/v1/experts", rows: "experts",
    filters: [
      ListFilter("region"), ListFilter("level", choices: PoolLevel.allCases.map(\.rawValue)),
      ListFilter("field", choices: ExpertField.allCases.map(\.rawValue)),
      ListFilter("active", choices: ["true", "false"]),
    ],
    columns: [
      ListColumn("expertNumber", link: "/pages/experts/{expertNumber}"),
      ListColumn("name", PageText("姓名", "Name")), ListColumn("region", nil, .word), ListColumn("level", nil, .word),
      ListColumn("fields", nil, .word), ListColumn("grade"), ListColumn("employer"), ListColumn("active"),
    ], actions: [RegisterActions.enterExpert])

  static let bodies = ListPage(
    "appraisal-bodies", PageText("鉴定评估机构", "Appraisal bodies"), source: "/v1/appraisal-bodies", rows: "bodies",
    filters: [ListFilter("kind", choices: AppraisalKind.allCases.map(\.rawValue))],
    columns: [
      ListColumn("title", link: "/pages/appraisal-bodies/{bodyKey}"), ListColumn("bodyKey"),
      ListColumn("kind", nil, .word), ListColumn("fields", nil, .word), ListColumn("licence"),
      ListColumn("validThrough"), ListColumn("active"),
    ], actions: [RegisterActions.enterBody])

  static let draws = ListPage(
    "expert-draws", PageText("专家抽取", "Draws of experts"), source: "/v1/expert-draws", rows: "draws",
    filters: [
      ListFilter("region"),
      ListFilter(
        "status", choices: ["committed", "pool-fixed", "drawn", "confirmed", "concluded", "cancelled"],
        scope: "DrawStatus"),
    ],
    columns: [
      ListColumn("openedAt", PageText("开始时间", "Opened"), .time, link: "/pages/expert-draws/{drawId}"),
      ListColumn("status", nil, .word, scope: "DrawStatus"), ListColumn("region", nil, .word),
      ListColumn("fields", nil, .word), ListColumn("panelSize"), ListColumn("poolSize"), ListColumn("panel"),
    ], actions: [GroupActions.openDraw])

  static let all = [experts, bodies, draws]
}
