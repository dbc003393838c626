import Contracts

/// The rules about messages as staff read them.
enum NoticeBookView {
  static func json(_ book: NoticeBook) -> JSON {
    var object = JSONObject()
    object.set("rulePacks", book.edition)
    object.set(
      "notices",
      .array(
        book.notices.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { type, rules in
          rules.map { json($0, of: type) }
        }))
    object.set("templates", book.templates.keys.sorted())
    object.set("documents", book.documents.keys.sorted())
    return .object(object)
  }

  static func json(_ code: String, _ templates: [MessageTemplate], sample: JSONObject) -> JSON {
    var object = JSONObject()
    object.set("code", code)
    object.set(
      "texts",
      .array(
        templates.map { template in
          var text = JSONObject()
          text.set("language", code: template.language)
          text.set("channel", code: template.channel)
          text.set("title", template.title)
          text.set("body", template.body)
          return .object(text)
        }))
    object.set("sample", .object(sample))
    return .object(object)
  }

  private static func json(_ rule: NoticeRule, of type: EventType) -> JSON {
    var object = JSONObject()
    object.set("event", code: type)
    object.set("audience", code: rule.audience)
    switch rule.addressee {
    case .key(let text): object.set("to", text.text)
    case .role(let role, let region):
      object.set("role", role)
      object.set("region", region.text)
    }
    object.set("template", rule.template)
    object.set("channels", codes: rule.channels)
    object.set("urgency", code: rule.urgency)
    object.set("when", rule.condition?.text)
    object.set("acknowledge", rule.wantsAcknowledgement)
    object.set("gather", rule.isGathered)
    object.set("document", rule.document)
    return .object(object)
  }
}
