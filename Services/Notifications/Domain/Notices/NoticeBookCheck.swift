import Contracts

/// Holds the rules about messages against the contract: every event, value, template and document that they name exists.
enum NoticeBookCheck {
  /// - Returns: what is wrong, each with its key; empty when the book may come into force.
  static func problems(_ book: NoticeBook) -> [String] {
    var problems: [String] = []
    var used: Set<String> = []
    for (type, rules) in book.notices.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let shape = EventFields.shape(of: type) else {
        problems.append("notification.notice: there is no event \(type) that can be told")
        continue
      }
      for rule in rules {
        used.insert(rule.template)
        problems += Self.problems(rule, shape, book)
      }
    }
    for (code, shape) in TemplateInputs.shapes.sorted(by: { $0.key < $1.key }) {
      used.insert(code)
      problems += Self.problems(template: code, shape, book)
    }
    for code in book.templates.keys.sorted() where !used.contains(code) {
      problems.append("notification.template.\(code): no event and no use case uses it")
    }
    return problems
  }

  private static func problems(_ rule: NoticeRule, _ shape: FieldShape, _ book: NoticeBook) -> [String] {
    var problems: [TemplateError] = []
    switch rule.addressee {
    case .key(let text): problems += TemplateCheck.problems(text.outline, for: shape)
    case .role(_, let region): problems += TemplateCheck.problems(region.outline, for: shape)
    }
    if let path = rule.condition?.path,
      path.names.reduce(shape as FieldShape?, { $0?[$1] }) == nil
    {
      problems.append(TemplateError(line: 1, message: "there is no “\(path.text)” to go by"))
    }
    var texts = problems.map { "\(rule.key): \($0.message)" }
    if rule.audience == .petitioner { texts.append("\(rule.key): petitioners are told by `petitions` alone") }
    texts += Self.problems(template: rule.template, shape, book)
    if let code = rule.document { texts += Self.problems(document: code, shape, book) }
    return texts
  }

  private static func problems(template code: String, _ shape: FieldShape, _ book: NoticeBook) -> [String] {
    let key = "notification.template.\(code)"
    let all = book.templates[code] ?? []
    guard all.contains(where: { $0.language == .chinese && $0.channel == nil }) else {
      return ["\(key): is missing in Chinese for every channel"]
    }
    return all.flatMap { template in
      [("title", template.title), ("body", template.body)].flatMap { part, text -> [String] in
        guard let outline = try? TemplateOutline(text) else { return [] }
        return TemplateCheck.problems(outline, for: shape).map {
          "\(key) (\(template.language.rawValue), \(part)): \($0)"
        }
      }
    }
  }

  private static func problems(document code: String, _ shape: FieldShape, _ book: NoticeBook) -> [String] {
    let key = "notification.document.\(code)"
    guard book.document(code, in: .chinese) != nil else { return ["\(key): is missing in Chinese"] }
    return (book.documents[code] ?? []).flatMap { document -> [String] in
      let outlines = [try? TemplateOutline(document.title), try? TemplateOutline(document.body)]
      let parts = outlines.compactMap { $0 } + [document.issuer.outline] + [document.number?.outline].compactMap { $0 }
      return parts.flatMap { TemplateCheck.problems($0, for: shape) }.map {
        "\(key) (\(document.language.rawValue)): \($0)"
      }
    }
  }
}
