import Contracts
import HTTPTypes

/// Messages that this service could not take in: the list, each of them, and what is done about it.
enum DeadLetterPages {
  static let list = ListPage(
    "dead-letters", PageText("未接收消息", "Dead letters"), source: "/operator/dead-letters", rows: "deadLetters",
    filters: [
      ListFilter("state", choices: ["rejected", "parked", "waiting", "redriven", "discarded"]), ListFilter("topic"),
      ListFilter("code"), ListFilter("key"),
    ],
    columns: [
      ListColumn("id", link: "/pages/dead-letters/{id}"), ListColumn("state", nil, .word),
      ListColumn("code", nil, .word), ListColumn("topic"), ListColumn("key"), ListColumn("field"),
      ListColumn("attempts"), ListColumn("made", nil, .time),
    ])

  static let actions = [
    PageAction(
      .post, "/operator/dead-letters/{id}/redrive", PageText("重新接收", "Take in again"),
      caution: PageText(
        "与该消息同一排序键的所有留存消息将按先后次序重新接收；遇到再次失败的消息即停止。请先排除故障原因。",
        "All held messages of the same ordering key are taken in, in their order, up to the first that fails again. See to the cause first."
      ), afterwards: "/pages/dead-letters/{id}"),
    PageAction(
      .post, "/operator/dead-letters/{id}/discard", PageText("放弃", "Give up"),
      caution: PageText(
        "放弃后该消息不再接收，且不能恢复；操作人和理由记入审计记录。",
        "The message is never taken in then, and that cannot be undone. Who did it and why is kept in the audit trail."),
      afterwards: "/pages/dead-letters/{id}"),
  ]

  static func register(on pages: PageRoutes) {
    pages.lists([list])
    pages.actions(actions)
    pages.get("dead-letters/{id}") { visit in
      let id = try visit.parameter("id")
      let letter = try await visit.get("/operator/dead-letters/" + PagePath.part(id)).json
      let isHeld = ["parked", "waiting"].contains(letter["state"]?.string)
      return visit.show(
        "dead-letter", PageText("未接收消息 \(id)", "Dead letter \(id)"),
        ["letter": letter, "actions": isHeld ? visit.links(to: actions) { $0 == "id" ? id : nil } : []])
    }
  }
}
