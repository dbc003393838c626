import Hummingbird
import Pages

/// One reminder letter (工作提示函) with its findings, clocks and answers.
struct LetterPage: Sendable {
  static let actions = [
    action("findings", "修改发现的问题", "Write the findings anew"), action("issue", "签发", "Sign and send"),
    action("acknowledge", "签收", "Acknowledge"), action("answer", "答复", "Answer"),
    action("review", "审核答复", "Review the answer"),
  ]

  private static func action(_ name: String, _ chinese: String, _ english: String) -> PageAction {
    PageAction(
      .post, "/v1/reminder-letters/{id}/\(name)", PageText(chinese, english),
      afterwards: "/pages/reminder-letters/{letterId}")
  }

  func register(on pages: PageRoutes) {
    pages.get("reminder-letters/{id}") { visit in
      let id = try visit.parameter("id")
      let letter = try await visit.get("/v1/reminder-letters/" + PagePath.part(id)).json
      return visit.show(
        "letter", PageText("工作提示函", "Reminder letter"),
        ["letter": letter, "actions": visit.links(to: Self.actions) { $0 == "id" ? id : nil }])
    }
  }
}
