import Pages

/// The pages of single things that have nothing more to show than their fields.
enum ScoringRecords {
  static let all = [
    RecordPage(
      path: "facts/{id}", title: PageText("事实", "Fact"), source: "/v1/facts/{id}", actions: ScoringActions.fact),
    // An entry of the ledger leads to itself; here the id is the list's own.
    RecordPage(
      path: "positive-list/{id}", title: PageText("正面清单条目", "Positive list entry"),
      source: "/v1/positive-list/{id}", actions: ScoringActions.listing, hidden: ["entryId"]),
    RecordPage(
      path: "credit-cases/{id}", title: PageText("修复、异议、复议或诉讼", "Credit case"),
      source: "/v1/credit-cases/{id}", actions: ScoringActions.creditCase),
    RecordPage(
      path: "leniency-assessments/{id}", title: PageText("免罚减罚评估", "Assessment of leniency"),
      source: "/v1/leniency-assessments/{id}", actions: ScoringActions.assessment),
    RecordPage(
      path: "units/{key}/entry", title: PageText("检查对象", "Unit to be inspected"), source: "/v1/units/{key}",
      actions: ScoringActions.subject),
    RecordPage(
      path: "inspectors/{number}/entry", title: PageText("执法人员", "Inspector"), source: "/v1/inspectors/{number}",
      actions: [ScoringActions.inspector]),
  ]
}
