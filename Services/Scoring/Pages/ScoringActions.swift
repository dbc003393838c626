import Hummingbird
import Pages

/// What staff do on pages, in groups by where it is done.
enum ScoringActions {
  static let subject = [
    PageAction(
      .post, "/v1/subjects/{key}/registration", PageText("登记名称与类型", "Register name and kind"),
      afterwards: "/pages/subjects/{key}"),
    PageAction(
      .post, "/v1/subjects/{key}/owner", PageText("关联所属企业", "Name the owner"),
      caution: PageText("只用于点位；历史台账保留不变。", "For sites alone; the ledger stays as it is."),
      afterwards: "/pages/subjects/{key}"),
    PageAction(
      .put, "/v1/units/{key}", PageText("登记为检查对象", "Enter on the register of units"),
      afterwards: "/pages/units/{key}/entry"),
  ]

  static let recording = PageAction(
    .post, "/v1/facts", PageText("录入事实", "Record a fact"),
    caution: PageText("录入后立即计分，只能更正，不能删除。", "It counts at once; it can be corrected, never deleted."),
    afterwards: "/pages/subjects/{subjectKey}", at: "facts/new")

  static let fact = [
    PageAction(
      .post, "/v1/facts/{id}/correction", PageText("更正事实", "Correct the fact"),
      caution: PageText("不填事项代码即撤销该事实的计分。", "Without codes the fact ceases to count."),
      afterwards: "/pages/subjects/{subjectKey}")
  ]

  static let recommending = PageAction(
    .post, "/v1/positive-list", PageText("推荐纳入正面清单", "Recommend for the positive list"),
    afterwards: "/pages/positive-list/{entryId}", at: "positive-list/new")

  static let listing = [
    PageAction(
      .post, "/v1/positive-list/{id}/decision", PageText("决定是否纳入", "Enter or refuse"),
      afterwards: "/pages/positive-list/{id}"),
    PageAction(
      .post, "/v1/positive-list/{id}/removal", PageText("移出清单", "Remove"), afterwards: "/pages/positive-list/{id}"),
  ]

  static let filing = PageAction(
    .post, "/v1/credit-cases", PageText("登记修复、异议、复议或诉讼", "File a case"),
    afterwards: "/pages/credit-cases/{caseId}", at: "credit-cases/new")

  static let creditCase = [
    step("accept", PageText("受理", "Accept")), step("refuse", PageText("不予受理", "Refuse")),
    step("extend", PageText("延长办理期限", "Extend the period")), step("answer", PageText("提交答辩", "Answer the suit")),
    step("decide", PageText("作出决定", "Decide")), step("appeal", PageText("登记上诉", "Record an appeal")),
    step("withdraw", PageText("撤回申请", "Withdraw")),
  ]

  private static func step(_ name: String, _ title: PageText) -> PageAction {
    PageAction(.post, "/v1/credit-cases/{id}/\(name)", title, afterwards: "/pages/credit-cases/{id}")
  }

  static let assessing = [
    PageAction(
      .post, "/v1/leniency-assessments", PageText("评估免罚减罚", "Assess leniency"),
      afterwards: "/pages/leniency-assessments/{assessmentId}", at: "leniency-assessments/new"),
    PageAction(
      .post, "/v1/apology-requests", PageText("登记公开道歉申请", "Record a request to apologise"),
      afterwards: "/pages/subjects/{subjectKey}", at: "apology-requests/new"),
  ]

  static let assessment = [
    PageAction(
      .post, "/v1/leniency-assessments/{id}/decide", PageText("作出决定", "Decide"),
      afterwards: "/pages/leniency-assessments/{id}")
  ]

  static let opening = PageAction(
    .post, "/v1/inspection-draws", PageText("开始双随机抽查", "Open a draw"),
    caution: PageText(
      "系统随即生成并承诺种子，此后不能更换。", "A seed is made and committed to at once; it cannot be changed afterwards."),
    afterwards: "/pages/inspection-draws/{drawId}", at: "inspection-draws/new")

  static let draw = [
    drawing("commitments", PageText("提交种子承诺值", "Commit to a seed")),
    drawing("seeds", PageText("公开种子", "Reveal a seed")),
    drawing("draw", PageText("抽取", "Draw")), drawing("results", PageText("登记检查结果", "Record a result")),
    drawing("publication", PageText("公开检查结果", "Publish the results")),
    drawing("release", PageText("公开抽查名单", "Release the draw")),
  ]

  private static func drawing(_ name: String, _ title: PageText) -> PageAction {
    PageAction(.post, "/v1/inspection-draws/{id}/\(name)", title, afterwards: "/pages/inspection-draws/{id}")
  }

  static let inspector = PageAction(
    .put, "/v1/inspectors/{number}", PageText("登记执法人员", "Enter an inspector"), afterwards: "/pages/inspectors")

  static let all =
    subject + [recording] + fact + [recommending] + listing + [filing] + creditCase + assessing + assessment
    + [opening] + draw + [inspector]
}
