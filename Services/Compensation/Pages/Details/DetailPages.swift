import Pages

/// The pages of single things that have nothing more to show than their fields.
enum DetailPages {
  static let all = [
    DetailPage(
      path: "batches/{id}", title: PageText("批次", "Batch"), source: "/v1/batches/{id}",
      actions: [GroupActions.leaveBatch, GroupActions.stepOfBatch],
      steps: [.decideRestoration, .notifyNegotiation, .holdRound, .signAgreement]),
    DetailPage(
      path: "experts/{number}", title: PageText("专家", "Expert"), source: "/v1/experts/{number}",
      actions: [RegisterActions.changeExpert]),
    DetailPage(
      path: "appraisal-bodies/{key}", title: PageText("鉴定评估机构", "Appraisal body"),
      source: "/v1/appraisal-bodies/{key}", actions: [RegisterActions.changeBody]),
    DetailPage(
      path: "expert-draws/{id}", title: PageText("专家抽取", "Draw of experts"), source: "/v1/expert-draws/{id}",
      actions: GroupActions.draws, scopes: ["status": "DrawStatus"]),
    DetailPage(
      path: "policies/{id}", title: PageText("保单", "Policy"), source: "/v1/policies/{id}",
      actions: [RegisterActions.changePolicy]),
    DetailPage(
      path: "claims/{id}", title: PageText("保险理赔", "Claim on an insurer"), source: "/v1/claims/{id}",
      actions: ClaimActions.all, scopes: ["status": "ClaimStatus"]),
    DetailPage(
      path: "projects/{id}", title: PageText("支出项目", "Project"), source: "/v1/projects/{id}",
      actions: [AccountActions.pay]),
    DetailPage(
      path: "account/years/{year}", title: PageText("账户年度", "Year of the account"),
      source: "/v1/account/years/{year}", actions: AccountActions.ofYear,
      scopes: ["status": "YearStatus", "kind": "EntryKind"]),
    DetailPage(
      path: "account/check", title: PageText("账实核对", "Entries against balances"), source: "/v1/account/check"),
    DetailPage(
      path: "plans/{region}/{year}", title: PageText("年度计划", "Yearly plan"), source: "/v1/plans/{region}/{year}",
      actions: [RegisterActions.issuePlan]),
    DetailPage(
      path: "subjects/{key}/insurance", title: PageText("投保情况", "Insurance of an enterprise"),
      source: "/v1/subjects/{key}/insurance"),
    DetailPage(
      path: "figures/insurance", title: PageText("保险覆盖", "Insurance by county"), source: "/v1/figures/insurance"),
  ]
}
