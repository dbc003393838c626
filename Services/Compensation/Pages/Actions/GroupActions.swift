import Hummingbird
import Pages

/// What is done with draws of experts and with batches of cases.
enum GroupActions {
  static let openDraw = PageAction(
    .post, "/v1/expert-draws", PageText("开始抽取专家", "Open a draw of experts"), afterwards: "/pages/expert-draws/{drawId}",
    at: "expert-draws/new")
  static let draws = [
    draw("commit", PageText("承诺种子", "Commit to a seed")), draw("fix-pool", PageText("确定专家库", "Fix the pool")),
    draw("draw", PageText("抽取", "Draw")), draw("reveal", PageText("公布种子", "Reveal a seed")),
    draw("confirm", PageText("确认专家组", "Confirm the panel")), draw("replace", PageText("更换专家", "Replace an expert")),
    draw("opine", PageText("登记专家意见", "Record an opinion")), draw("cancel", PageText("撤销抽取", "Give the draw up")),
  ]

  static let formBatch = PageAction(
    .post, "/v1/batches", PageText("组批", "Form a batch"), afterwards: "/pages/batches/{batchId}", at: "batches/new")
  static let leaveBatch = PageAction(
    .post, "/v1/batches/{id}/leave", PageText("案件退出批次", "Take a case out"), afterwards: "/pages/batches/{id}")
  /// One step for all cases of a batch; which one stands in the path.
  static let stepOfBatch = PageAction(
    .post, "/v1/batches/{id}/steps/{step}", PageText("批次联合办理", "A step for the whole batch"),
    caution: PageText(
      "“共同内容”写所有案件相同的内容，“案件”逐案写不同的内容（含 caseId），均为 JSON。",
      "What is the same for all cases stands in the first field, what differs by case in the second, with its caseId; both are JSON."
    ),
    afterwards: "/pages/batches/{id}", version: "/v1/batches/{id}")

  /// What can be done for all cases of a batch at once: the same form for each step.
  @Sendable static func jointSteps(_ visit: PageVisit) -> [[String: any Sendable]] {
    let steps: [StepName] = [.decideRestoration, .notifyNegotiation, .holdRound, .signAgreement]
    return steps.flatMap { step in
      let title = CompensationWords.title(of: step)[visit.reader.language]
      return visit.links(to: [stepOfBatch]) { $0 == "step" ? step.rawValue : try? visit.parameter($0) }
        .map { link in link.merging(["words": "\(link["words"] as? String ?? "")：\(title)"]) { $1 } }
    }
  }

  static let all = draws + [openDraw, formBatch, leaveBatch, stepOfBatch]

  private static func draw(_ name: String, _ title: PageText) -> PageAction {
    PageAction(.post, "/v1/expert-draws/{id}/\(name)", title, afterwards: "/pages/expert-draws/{id}")
  }
}
