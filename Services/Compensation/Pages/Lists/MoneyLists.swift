import Pages

/// The account and insurance as lists.
enum MoneyLists {
  static let entries = ListPage(
    "account/entries", PageText("账户分录", "Entries of the account"), source: "/v1/account/entries", rows: "entries",
    filters: [
      ListFilter("year"), ListFilter("kind", choices: EntryKind.allCases.map(\.rawValue)), ListFilter("caseId"),
      ListFilter("projectId"), ListFilter("claimId"),
    ],
    columns: [
      ListColumn("number"), ListColumn("day"), ListColumn("kind", nil, .word), ListColumn("debit", nil, .word),
      ListColumn("credit", nil, .word), ListColumn("amountFen", PageText("金额（元）", "Amount (yuan)"), .yuan),
      ListColumn("caseId", PageText("案件", "Case"), link: "/pages/cases/{caseId}"),
      ListColumn("projectId", PageText("项目", "Project"), link: "/pages/projects/{projectId}"),
      ListColumn("document"), ListColumn("reason"), ListColumn("by", PageText("经办", "By")),
      ListColumn("entryId", PageText("冲正", "Reverse"), link: "/pages/account/entries/{entryId}/reverse"),
    ])

  static let waiting = ListPage(
    "payments/unassigned", PageText("待认领款项", "Waiting payments"), source: "/v1/payments/unassigned",
    rows: "payments",
    columns: [
      ListColumn("paymentNumber"), ListColumn("payer", nil, .word),
      ListColumn("amountFen", PageText("金额（元）", "Amount (yuan)"), .yuan),
      ListColumn("leftFen", PageText("待认领（元）", "Left (yuan)"), .yuan), ListColumn("reasonName"),
      ListColumn("receivedAt", nil, .time),
      ListColumn("paymentId", PageText("认领", "Assign"), link: "/pages/payments/{paymentId}/assign"),
      ListColumn("paymentId", PageText("退款", "Pay back"), link: "/pages/payments/{paymentId}/refund"),
    ])

  static let projects = ListPage(
    "projects", PageText("支出项目", "Projects"), source: "/v1/projects", rows: "projects",
    filters: [ListFilter("region"), ListFilter("category")],
    columns: [
      ListColumn("projectNumber", link: "/pages/projects/{projectId}"), ListColumn("title"),
      ListColumn("region", nil, .word), ListColumn("category", nil, .word),
      ListColumn("budgetFen", PageText("预算（元）", "Budget (yuan)"), .yuan),
      ListColumn("spentFen", PageText("已支出（元）", "Spent (yuan)"), .yuan),
      ListColumn("leftFen", PageText("剩余（元）", "Left (yuan)"), .yuan), ListColumn("approval"),
    ], actions: [AccountActions.approve])

  static let policies = ListPage(
    "policies", PageText("环境污染责任保险保单", "Insurance policies"), source: "/v1/policies", rows: "policies",
    filters: [ListFilter("region"), ListFilter("holder"), ListFilter("day")],
    columns: [
      ListColumn("number", PageText("保单号", "Policy number"), link: "/pages/policies/{policyId}"),
      ListColumn("region", nil, .word), ListColumn("holder"), ListColumn("insurers"),
      ListColumn("coverage", nil, .word), ListColumn("limitFen", PageText("限额（元）", "Limit (yuan)"), .yuan),
      ListColumn("leftFen", PageText("剩余（元）", "Left (yuan)"), .yuan), ListColumn("from"), ListColumn("through"),
    ], actions: [RegisterActions.enterPolicy])

  static let claims = ListPage(
    "claims", PageText("保险理赔", "Claims on insurers"), source: "/v1/claims", rows: "claims",
    filters: [
      ListFilter("region"),
      ListFilter("status", choices: ["filed", "due", "paid", "withdrawn"], scope: "ClaimStatus"),
      ListFilter("overdue", choices: ["true", "false"]),
    ],
    columns: [
      ListColumn("claimNumber", link: "/pages/claims/{claimId}"),
      ListColumn("status", nil, .word, scope: "ClaimStatus"), ListColumn("ground", nil, .word),
      ListColumn("insurer"), ListColumn("policyNumber"),
      ListColumn("claimedFen", PageText("索赔（元）", "Claimed (yuan)"), .yuan),
      ListColumn("paidFen", PageText("已付（元）", "Paid (yuan)"), .yuan),
      ListColumn("outstandingFen", PageText("未付（元）", "Outstanding (yuan)"), .yuan), ListColumn("overdue"),
      ListColumn("caseId", PageText("案件", "Case"), link: "/pages/cases/{caseId}"),
    ])

  static let all = [entries, waiting, projects, policies, claims]
}
