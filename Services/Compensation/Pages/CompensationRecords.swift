import Pages

/// The pages of single things that have nothing more to show than their fields.
enum CompensationRecords {
  static let all = [
    RecordPage(
      path: "batches/{id}", title: PageText("批次", "Batch"), source: "/v1/batches/{id}",
      actions: [GroupActions.leaveBatch], more: GroupActions.jointSteps),
    RecordPage(
      path: "experts/{number}", title: PageText("专家", "Expert"), source: "/v1/experts/{number}",
      actions: [RegisterActions.changeExpert]),
    RecordPage(
      path: "appraisal-bodies/{key}", title: PageText("鉴定评估机构", "Appraisal body"),
      source: "/v1/appraisal-bodies/{key}", actions: [RegisterActions.changeBody]),
    RecordPage(
      path: "expert-draws/{id}", title: PageText("专家抽取", "Draw of experts"), source: "/v1/expert-draws/{id}",
      actions: GroupActions.draws, scopes: ["status": "DrawStatus"]),
    RecordPage(
      path: "policies/{id}", title: PageText("保单", "Policy"), source: "/v1/policies/{id}",
      actions: [RegisterActions.changePolicy]),
    RecordPage(
      path: "claims/{id}", title: PageText("保险理赔", "Claim on an insurer"), source: "/v1/claims/{id}",
      actions: ClaimActions.all, scopes: ["status": "ClaimStatus"]),
    RecordPage(
      path: "projects/{id}", title: PageText("支出项目", "Project"), source: "/v1/projects/{id}",
      actions: [AccountActions.pay]),
    RecordPage(
      path: "account/years/{year}", title: PageText("账户年度", "Year of the account"),
      source: "/v1/account/years/{year}", actions: AccountActions.ofYear,
      scopes: ["status": "YearStatus", "kind": "EntryKind"]),
    RecordPage(
      path: "account/check", title: PageText("账实核对", "Entries against balances"), source: "/v1/account/check"),
    RecordPage(
      path: "plans/{region}/{year}", title: PageText("年度计划", "Yearly plan"), source: "/v1/plans/{region}/{year}",
      actions: [RegisterActions.issuePlan]),
    RecordPage(
      path: "subjects/{key}/insurance", title: PageText("投保情况", "Insurance of an enterprise"),
      source: "/v1/subjects/{key}/insurance"),
    RecordPage(
      path: "figures/insurance", title: PageText("保险覆盖", "Insurance by county"), source: "/v1/figures/insurance"),
  ]
}
