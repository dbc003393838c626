import Hummingbird
import Pages

/// What people do on pages, by what it is done with.
enum PetitionActions {
  static let all =
    steps + relations + secrecy + others + PetitionLists.new + LetterPage.actions + CheckPage.actions
    + RewardPage.actions

  /// The steps of a case, in the order of the law's way; each may be open or not.
  static let steps: [PageAction] = [
    step("accept", "受理", "Accept"), step("refuse", "不予受理", "Refuse"),
    step("assign", "交办", "Assign"), step("transfer", "转办", "Transfer"),
    step("take-over", "签收", "Take over"), step("object", "提出退办异议", "Object to the transfer"),
    step("decide-objection", "裁定异议", "Decide the objection"),
    step("investigate", "查件", "Begin the investigation"), step("handle", "处置办理", "Report the handling"),
    step("verify", "认定事实", "Decide a finding"), step("refer-to-police", "移送公安", "Refer to the police"),
    step("police-answer", "登记公安答复", "Record the answer of the police"),
    step("hear", "登记听证", "Record a hearing"), step("settle", "登记调解和解", "Record a settlement"),
    step("conclude", "办结答复", "Give the answer"), step("re-check", "跟踪复查", "Re-check"),
    step(
      "publish", "公示公开", "Publish the result",
      caution: PageText(
        "公示内容人人可见。请勿写入任何可能指向信访人的信息。", "Everybody can read it. Write nothing that points to the complainant.")),
    step("call-back", "回访", "Record a call back"), step("archive", "汇总归档", "Close and file"),
    step("extend", "延期", "Extend the period"), step("pause", "中止计时", "Stop the clocks"),
    step("resume", "恢复计时", "Let the clocks go on"),
    step("contact", "登记联系", "Record a contact"), step("notice", "登记告知", "Record a notice"),
    step("request-review", "登记复查复核申请", "Record a request for review"),
    step("decide-review", "复查复核决定", "Decide the review"), step("reopen", "重新办理", "Open again"),
    step("supervise", "督办", "Put under supervision"), step("lift-supervision", "销号", "End the supervision"),
    step("name-leader", "领导包案", "Name a leader"), step("visit-site", "登记领导下访", "Record a visit to the scene"),
    step("withdraw", "回避", "Take somebody off the case"), step("readmit", "取消回避", "Readmit somebody"),
    step("approve-summary", "核准摘要", "Approve the summary"),
  ]

  /// By which step of the API each action goes; ``StepName`` has the same names.
  static func name(_ action: PageAction) -> String { String(action.route.path.split(separator: "/").last ?? "") }

  static let relations: [PageAction] = [
    step("links", "关联信访件", "Link a petition"), step("unlink", "解除关联", "Take a link back"),
    step("merge", "并案", "Merge into another petition"),
  ]

  static let secrecy: [PageAction] = [
    PageAction(
      .post, "/v1/petitions/{id}/words", PageText("查看投诉原文", "Open the complainant's words"), caution: caution,
      afterwards: "/pages/petitions/{id}", showsAnswer: true),
    PageAction(
      .post, "/v1/petitions/{id}/identity", PageText("查看信访人身份", "Open who complained"), caution: caution,
      afterwards: "/pages/petitions/{id}", showsAnswer: true),
  ]

  private static let caution = PageText("每次查看都记入审计日志。", "Every look goes into the audit trail.")

  static let others: [PageAction] = [
    PageAction(
      .put, "/v1/petitions/{id}/summary", PageText("拟写摘要", "Write the summary"),
      afterwards: "/pages/petitions/{id}", version: "/v1/petitions/{id}"),
    step("materials", "补充材料", "Add material"),
    step("reward", "决定有奖举报", "Decide a reward"),
  ]

  private static func step(
    _ name: String, _ chinese: String, _ english: String, caution: PageText? = nil
  ) -> PageAction {
    PageAction(
      .post, "/v1/petitions/{id}/\(name)", PageText(chinese, english), caution: caution,
      afterwards: "/pages/petitions/{id}")
  }
}
