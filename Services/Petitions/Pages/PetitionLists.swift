import Contracts
import Hummingbird
import Pages

/// The lists of the bureau.
enum PetitionLists {
  static let all = [petitions, backlog, letters, checks, rewards, records, supervisors, digests]

  private static let petitions = ListPage(
    "petitions", PageText("信访件", "Petitions"), source: "/v1/petitions", rows: "petitions",
    filters: [
      ListFilter("number"), ListFilter("region"),
      ListFilter("status", choices: PetitionStatus.allCases.map(\.rawValue)),
      ListFilter("category", choices: Category.allCases.map(\.rawValue)),
      ListFilter("channel", choices: IntakeChannel.allCases.map(\.rawValue)), ListFilter("unit"), ListFilter("subject"),
      ListFilter("overdue", choices: ["true", "false"]), ListFilter("supervised", choices: ["true", "false"]),
      ListFilter("sort", choices: PetitionOrder.allCases.map(\.rawValue)),
    ],
    columns: [
      ListColumn("petitionNumber", link: "/pages/petitions/{petitionId}"), ListColumn("status", nil, .word),
      ListColumn("region"), ListColumn("category", nil, .word), ListColumn("channel", nil, .word), ListColumn("unit"),
      ListColumn("receivedAt", nil, .time), ListColumn("nextDue.due", PageText("期限", "Due"), .lastDay),
      ListColumn("overdue"), ListColumn("summary"),
    ], actions: [register, search, route])

  private static let backlog = ListPage(
    "backlog", PageText("积案", "Backlog"), source: "/v1/backlog", rows: "petitions", filters: [ListFilter("region")],
    columns: [
      ListColumn("petitionNumber", link: "/pages/petitions/{petitionId}"), ListColumn("status", nil, .word),
      ListColumn("region"), ListColumn("unit"), ListColumn("receivedAt", nil, .day), ListColumn("repeats"),
      ListColumn("matter.backlog.leader.leader"), ListColumn("missing"), ListColumn("summary"),
    ])

  private static let letters = ListPage(
    "reminder-letters", PageText("工作提示函", "Reminder letters"), source: "/v1/reminder-letters", rows: "letters",
    filters: [ListFilter("region"), ListFilter("status", choices: LetterStatus.allCases.map(\.rawValue))],
    columns: [
      ListColumn("letterId", PageText("函", "Letter"), link: "/pages/reminder-letters/{letterId}"),
      ListColumn("letterNumber"), ListColumn("status", nil, .word), ListColumn("cause", nil, .word), ListColumn("to"),
      ListColumn("toRegion"), ListColumn("overdue"), ListColumn("updatedAt", nil, .time),
    ], actions: [draft])

  private static let checks = ListPage(
    "monthly-checks", PageText("月度检查", "Monthly checks"), source: "/v1/monthly-checks", rows: "checks",
    filters: [ListFilter("region")],
    columns: [
      ListColumn("month", link: "/pages/monthly-checks/{checkId}"), ListColumn("region"),
      ListColumn("status", nil, .word),
      ListColumn("poolSize"), ListColumn("sampleSize"), ListColumn("drawnAt", nil, .time),
    ])

  private static let rewards = ListPage(
    "rewards", PageText("有奖举报", "Rewards"), source: "/v1/rewards", rows: "rewards",
    filters: [ListFilter("region"), ListFilter("status", choices: ["granted", "claimed", "lapsed"])],
    columns: [
      ListColumn("petitionNumber", link: "/pages/rewards/{rewardId}"), ListColumn("region"), ListColumn("granted"),
      ListColumn("level"), ListColumn("amountFen", nil, .yuan), ListColumn("refusal", nil, .word),
      ListColumn("at", nil, .time), ListColumn("claimedAt", nil, .time),
    ])

  private static let records = ListPage(
    "staff-records", PageText("台账", "Staff records"), source: "/v1/staff-records", rows: "records",
    filters: [ListFilter("region"), ListFilter("kind", choices: StaffRecordKind.allCases.map(\.rawValue))],
    columns: [
      ListColumn("day"), ListColumn("kind", nil, .word), ListColumn("region"), ListColumn("category", nil, .word),
      ListColumn("searched"), ListColumn("found"), ListColumn("people"), ListColumn("summary"),
      ListColumn("recordedBy"),
      ListColumn("withdrawn.reason", PageText("撤回理由", "Taken back because")),
      ListColumn("id", PageText("撤回", "Take back"), link: "/pages/staff-records/{id}/withdraw"),
    ], actions: [record])

  private static let supervisors = ListPage(
    "supervisors", PageText("环保监督员", "Registered supervisors"), source: "/v1/supervisors", rows: "supervisors",
    filters: [ListFilter("region"), ListFilter("afterNumber")],
    columns: [
      ListColumn("number"), ListColumn("region"), ListColumn("registeredAt", nil, .day),
      ListColumn("endedAt", nil, .day),
      ListColumn("number", PageText("结束登记", "End"), link: "/pages/supervisors/{number}/end"),
    ], actions: [registration])

  private static let digests = ListPage(
    "digests", PageText("每日汇总", "Daily digests"), source: "/v1/digests", rows: "digests",
    filters: [ListFilter("day"), ListFilter("region")],
    columns: [
      ListColumn("day"), ListColumn("region"), ListColumn("unit"),
      ListColumn("new.count", PageText("新收", "New")), ListColumn("dueSoon.count", PageText("即将到期", "Due soon")),
      ListColumn("overdue.count", PageText("超期", "Overdue")),
      ListColumn("reopened.count", PageText("重新办理", "Re-opened")),
    ])

  /// What makes something new, or ends something that only a list shows.
  static let new = [register, search, route, draft, record, takeBack, registration, end]

  private static let register = PageAction(
    .post, "/v1/petitions", PageText("登记信访件", "Register a petition"),
    caution: PageText(
      "身份信息保存前即加密，之后只有经授权人员可以查看。", "Who complained is sealed before it is kept; few may open it."),
    afterwards: "/pages/petitions/{petitionId}", showsAnswer: true, at: "petitions/new")

  private static let search = PageAction(
    .post, "/v1/petitions/search", PageText("按联系方式查找", "Find by telephone or e-mail"),
    caution: PageText("每次查找都记入审计日志。", "Every search goes into the audit trail."), afterwards: "/pages/petitions",
    showsAnswer: true)

  private static let route = PageAction(
    .post, "/v1/routing/dry-run", PageText("分派试算", "Where a complaint would go"),
    caution: PageText(
      "只试算，不保存。地点照现行规则分派；填写规则行，则同时照其试算。",
      "Nothing is kept. Places go by the rules in force, and by other rows where some are given."),
    afterwards: "/pages/petitions", showsAnswer: true)

  private static let draft = PageAction(
    .post, "/v1/reminder-letters", PageText("起草提示函", "Draft a letter"),
    afterwards: "/pages/reminder-letters/{letterId}", at: "reminder-letters/new")

  private static let record = PageAction(
    .post, "/v1/staff-records", PageText("登记台账", "Keep a record"), afterwards: "/pages/staff-records",
    at: "staff-records/new")

  private static let takeBack = PageAction(
    .post, "/v1/staff-records/{id}/withdraw", PageText("撤回台账", "Take a record back"),
    afterwards: "/pages/staff-records")

  private static let registration = PageAction(
    .post, "/v1/supervisors", PageText("登记环保监督员", "Register a supervisor"), afterwards: "/pages/supervisors",
    at: "supervisors/new")

  private static let end = PageAction(
    .post, "/v1/supervisors/{number}/end", PageText("结束监督员登记", "End a registration"),
    afterwards: "/pages/supervisors")
}
