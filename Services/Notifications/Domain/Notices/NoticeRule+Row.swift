import Civics
import Contracts

extension NoticeRule {
  /// Reads a row of `notification.notice.…`.
  init(_ row: RuleRow, key: String) throws {
    self.init(
      key: key, audience: try NoticeRow.code(try row.text("audience")),
      addressee: try AddresseeChoice(row), template: try row.text("template"),
      channels: try NoticeRow.codes(try row.text("channels")),
      urgency: row.has("urgency") ? try NoticeRow.code(try row.text("urgency")) : .ordinary,
      condition: row.has("when") ? try NoticeCondition(try row.text("when")) : nil,
      wantsAcknowledgement: row.has("acknowledge") ? try row.flag("acknowledge") : false,
      document: row.has("document") ? try row.text("document") : nil,
      isGathered: row.has("gather") ? try row.flag("gather") : false,
      once: row.has("once") ? try row.duration("once") : nil,
      expires: row.has("expires") ? try row.duration("expires") : nil)
  }
}

extension AddresseeChoice {
  init(_ row: RuleRow) throws {
    switch (row.has("to"), row.has("role")) {
    case (true, false): self = .key(try ValueText(try row.text("to")))
    case (false, true):
      self = .role(
        try row.text("role"), region: try ValueText(row.has("region") ? try row.text("region") : "{{region}}"))
    default: throw NoticeRow.Fault(message: "a row says either to whom, or to which role")
    }
  }
}

extension MessageTemplate {
  /// Reads a row of `notification.template.…`.
  init(_ row: RuleRow) throws {
    try self.init(
      language: try NoticeRow.code(try row.text("language")),
      channel: row.has("channel") ? try NoticeRow.code(try row.text("channel")) : nil, title: try row.text("title"),
      body: try row.text("body"))
  }
}

extension DocumentTemplate {
  /// Reads a row of `notification.document.…`.
  init(_ row: RuleRow, code: String) throws {
    try self.init(
      code: code, language: try NoticeRow.code(try row.text("language")),
      number: row.has("number") ? try ValueText(try row.text("number")) : nil, series: try row.text("series"),
      issuer: try ValueText(try row.text("issuer")), title: try row.text("title"), body: try row.text("body"))
  }
}

extension WordBook {
  /// Reads a row of `notification.words`.
  mutating func add(_ row: RuleRow) throws {
    add(
      try row.text("code"), of: try row.text("field"), scope: row.has("template") ? try row.text("template") : "",
      chinese: try row.text("chinese"), english: try row.text("english"))
  }

  /// Reads a row of `petition.routing`; one without a bureau of a division is passed over.
  mutating func add(bureau row: RuleRow) {
    guard let code = try? row.text("bureau"), let name = try? row.text("name") else { return }
    // A bureau may have several places; the division among its first rows is its home.
    guard bureau(code) == nil, let region = try? row.region("region") else { return }
    add(bureau: code, name: name, region: region.description)
  }
}
