import Contracts
import Pages

/// Cases as lists.
enum CaseLists {
  static let cases = ListPage(
    "cases", PageText("案件", "Cases"), source: "/v1/cases", rows: "cases",
    filters: [
      ListFilter("region"), ListFilter("status", choices: CompensationStatus.allCases.map(\.rawValue)),
      ListFilter("clueSource", choices: ClueSource.allCases.map(\.rawValue)), ListFilter("department"),
      ListFilter("subject"), ListFilter("number"), ListFilter("penaltyNumber"),
      ListFilter("keyCase", choices: KeyCaseLevel.allCases.map(\.rawValue)),
      ListFilter("overdue", choices: ["true", "false"]), ListFilter("dual", choices: ["true", "false"]),
      ListFilter("suspended", choices: ["true", "false"]), ListFilter("noObligor", choices: ["true", "false"]),
      ListFilter("sort", choices: CaseOrder.allCases.map(\.rawValue)),
    ],
    columns: [
      ListColumn("caseNumber", link: "/pages/cases/{caseId}"), ListColumn("status", nil, .word),
      ListColumn("region", nil, .word), ListColumn("clueSource", nil, .word), ListColumn("subjectKey"),
      ListColumn("department", nil, .word), ListColumn("openedAt", nil, .day), ListColumn("filedAt", nil, .day),
      ListColumn("nextDue.due", PageText("期限届满", "Period ends"), .time), ListColumn("overdue"),
      ListColumn("keyCase", nil, .word), ListColumn("amountFen", PageText("金额（元）", "Amount (yuan)"), .yuan),
      ListColumn("closedAt", nil, .day),
    ], actions: [CaseActions.openClue, CaseActions.calculate, CaseActions.dust])

  static let batches = ListPage(
    "batches", PageText("集约办案", "Batches"), source: "/v1/batches", rows: "batches", filters: [ListFilter("region")],
    columns: [
      ListColumn("batchNumber", link: "/pages/batches/{batchId}"), ListColumn("title"),
      ListColumn("region", nil, .word), ListColumn("parts", nil, .word), ListColumn("likeness"),
      ListColumn("formedAt", nil, .day),
    ], actions: [GroupActions.formBatch])

  static let all = [cases, batches]
}
