import Contracts
import Hummingbird
import Pages
import ServiceKit

/// A message as it would be sent: by a template, in a language, for a channel, with made-up values. Nothing is sent.
enum PreviewPage {
  static let link = PageLink(
    "/pages/preview", PageText("消息预览", "Preview of messages"),
    for: [.clerk, .handler, .supervisor, .leader, .auditor, .operator])

  static func register(on pages: PageRoutes) {
    pages.get("preview") { visit in try await show(visit, URLForm.empty) }
    pages.post("preview") { visit, form in try await show(visit, form) }
  }

  private static func show(_ visit: PageVisit, _ form: URLForm) async throws -> Response {
    let rules = try await visit.get("/v1/notice-rules").json
    let codes = (rules["templates"]?.array ?? []).compactMap(\.string)
    guard let code = form["template"] ?? visit.query("template") ?? codes.first else {
      throw Problem.notFound("There is no template.")
    }
    let language = form["language"] ?? visit.query("language") ?? visit.reader.language.rawValue
    let channel = form["channel"] ?? visit.query("channel") ?? ContactChannel.inbox.rawValue
    let path = "/v1/message-templates/\(PagePath.part(code))"
    let sample = try await visit.get(path).json["sample"]?.object ?? JSONObject()
    let isTyped = form["template"] != nil
    var words = JSONObject()
    for member in sample.members {
      let typed = isTyped ? value(form["value.\(member.name)"], like: member.value) : member.value
      words.set(member.name, typed)
    }
    var values: [String: any Sendable] = [
      "template": code, "language": language, "channel": channel, "packs": rules["rulePacks"]?.string ?? "",
      "templates": choices(codes, code, "template", visit),
      "languages": choices(MessageLanguage.allCases.map(\.rawValue), language, "language", visit),
      "channels": choices(ContactChannel.allCases.map(\.rawValue), channel, "channel", visit),
      "samples": sample.members.map { member -> [String: any Sendable] in
        let text = words[member.name].map { $0.string ?? $0.text } ?? ""
        let isPlain = member.value.object == nil && member.value.array == nil
        return [
          "name": member.name, "label": visit.words.text(member.name, in: "sample", visit.reader.language),
          "value": text, "isPlain": isPlain,
        ]
      },
      "tables": [rulesTable(rules, code, visit)],
    ]
    var wish = JSONObject()
    wish.set("words", .object(words))
    wish.set("name", words["name"]?.string)
    wish.set("language", language)
    wish.set("channel", channel)
    do {
      values["preview"] = try await visit.send(.post, path + "/preview", .object(wish)).json
      return visit.show("preview", link.words, values)
    } catch let problem as Problem where problem.status == 422 {
      values["refusal"] = visit.refusal(problem)
      return visit.show("preview", link.words, values, status: .unprocessableContent)
    }
  }

  /// Which events are told with the template, to whom.
  private static func rulesTable(_ rules: JSON, _ code: String, _ visit: PageVisit) -> [String: any Sendable] {
    let fitting = (rules["notices"]?.array ?? []).filter { $0["template"]?.string == code }
    return CellText(visit).table(
      PageText("何时用到", "When it is used"),
      [
        ListColumn("event", PageText("事件", "Event")), ListColumn("audience", nil, .word),
        ListColumn("role", nil, .word), ListColumn("channels", nil, .word), ListColumn("urgency", nil, .word),
        ListColumn("acknowledge", PageText("需签收", "To acknowledge")), ListColumn("document"),
      ], fitting)
  }

  private static func choices(
    _ codes: [String], _ chosen: String, _ field: String, _ visit: PageVisit
  ) -> [[String: any Sendable]] {
    codes.map { code in
      ["value": code, "words": visit.words.text(code, in: field, visit.reader.language), "isChosen": code == chosen]
    }
  }

  /// What was typed, in the shape of the made-up value; nothing for a field left blank.
  private static func value(_ typed: String?, like sample: JSON) -> JSON? {
    guard let typed else { return nil }
    return sample.string != nil ? .string(typed) : (try? JSON(parsing: Array(typed.utf8))) ?? .string(typed)
  }
}
