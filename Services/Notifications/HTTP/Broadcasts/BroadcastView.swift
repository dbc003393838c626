import Contracts

/// A broadcast as staff see it.
enum BroadcastView {
  static let columns = ["键", "名称", "邀请时间", "答复", "预计人数", "出席", "出席人数", "时长(分钟)"]

  static func json(_ broadcast: Broadcast) -> JSON {
    var object = JSONObject()
    object.set("id", broadcast.id)
    object.set("entry", broadcast.entry)
    object.set("region", broadcast.region)
    object.set("kind", code: broadcast.kind)
    object.set("status", code: broadcast.status)
    object.set("content", broadcast.content)
    object.set("invited", broadcast.invited)
    object.set("madeBy", broadcast.madeBy)
    object.set("sentBy", broadcast.sentBy)
    object.set("sentAt", broadcast.sentAt)
    object.set("version", broadcast.version)
    object.set("updatedAt", broadcast.updatedAt)
    return .object(object)
  }

  static func cells(_ recipient: BroadcastRecipient) -> [String] {
    [
      recipient.addressee, recipient.name, RFC3339.text(of: recipient.invitedAt), recipient.answer?.rawValue ?? "",
      recipient.expected.map(String.init) ?? "", recipient.attended.map { $0 ? "1" : "0" } ?? "",
      recipient.persons.map(String.init) ?? "", recipient.minutes.map(String.init) ?? "",
    ]
  }
}
