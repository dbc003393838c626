import Civics
import Contracts
import FoundationEssentials
import ServiceKit
import Testing

@testable import Notifications

@Suite("Rules about messages")
struct NoticeBookTests {
  @Test(arguments: ["national", "jiujiang", "lintong", "zhenjiang", "zhangzhou", "mudanjiang", "yingkou", "dongguan"])
  func `the shipped rules name nothing that is not there`(profile: String) throws {
    let book = try NoticeFixtures.book(profile)
    #expect(NoticeBookCheck.problems(book) == [])
    #expect(book.notices.count > 50 && book.templates.count > 80 && book.documents.count >= 6)
  }

  @Test func `every template speaks both languages`() throws {
    let book = try NoticeFixtures.book()
    for (code, templates) in book.templates {
      #expect(Set(templates.map(\.language)) == Set(MessageLanguage.allCases), "\(code)")
    }
    for (code, documents) in book.documents {
      #expect(Set(documents.map(\.language)) == Set(MessageLanguage.allCases), "\(code)")
    }
  }

  /// Every event of the contract has its example among the templates' fields: values of the right kind for each.
  @Test func `every shipped template renders in both languages and leaves no braces`() throws {
    let book = try NoticeFixtures.book()
    var shapes = TemplateInputs.shapes
    for (type, rules) in book.notices {
      for rule in rules { shapes[rule.template] = EventFields.shape(of: type) }
    }
    for (code, shape) in shapes {
      guard let words = Self.example(shape, "field").object else { continue }
      for language in MessageLanguage.allCases {
        for channel in [ContactChannel.inbox, .sms] {
          let full = try #require(book.render(code, words, in: language, by: channel), "\(code)")
          let bare = try #require(book.render(code, [:], in: language, by: channel), "\(code)")
          for text in [full.title, full.text, bare.title, bare.text] {
            #expect(!text.contains("{{") && !text.contains("}}"), "\(code)")
          }
          #expect(!full.title.isEmpty && !full.text.isEmpty, "\(code)")
        }
      }
    }
  }

  private static func example(_ shape: FieldShape, _ name: String) -> JSON {
    switch shape {
    case .single(.text): .string("甲\(name)")
    case .single(.code): "other"
    case .single(.number): 3
    case .single(.flag): true
    case .single(.instant): "2026-03-02T01:00:00Z"
    case .single(.day): "2026-03-02"
    case .list(let element): .array([example(element, name), example(element, name)])
    case .object(let fields):
      .object(
        JSONObject(fields.sorted { $0.key < $1.key }.map { JSONMember(name: $0.key, value: example($0.value, $0.key)) })
      )
    }
  }

  private func draft(_ rules: String) -> String {
    """
    pack: jiujiang
    title: 九江市
    version: "2"
    inherits: national
    region: "360400"
    effective: {from: 2022-05-01}
    documents: {}
    rules:
    \(rules.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
    """
  }

  private func attempt(_ rules: String) throws -> [String] {
    let today = try #require(CivilDate("2026-03-02"))
    return TryRules(rules: try NoticeFixtures.ruleBook())(draft(rules), today: today)
  }

  private func notice(_ row: String, event: String = "petition.overdue") -> String {
    """
    notification.notice.\(event):
      table:
        columns: {audience: text, to: text, template: text, channels: text, when: "text?", document: "text?"}
        rows:
          - \(row)
      assumed: true
      reason: a test
    """
  }

  @Test func `a city's own rule counts instead of the shared one, its own words beside the others`() throws {
    let rules =
      notice("{audience: unit, to: \"unit:360400\", template: petition-overdue, channels: \"email\"}")
        + """

        notification.words:
          table:
            columns: {field: text, code: text, chinese: text, english: text}
            rows:
              - {field: target, code: leader, chinese: 局长, english: the director}
          assumed: true
          reason: a test
        """
    #expect(try attempt(rules) == [])
    let pack = try RulePack(yaml: draft(rules), file: "draft")
    let book = try NoticeBooks(
      rules: try NoticeFixtures.ruleBook(changing: [pack]), now: { NoticeFixtures.at("2026-03-02T02:00:00Z") }
    ).current
    #expect(book.notices[.petitionOverdue]?.map(\.channels) == [[.email]])
    #expect(book.notices[.petitionWarned]?.isEmpty == false)
    #expect(book.words.word("leader", of: "target", scope: "", in: .chinese) == "局长")
    #expect(book.words.word("supervisor", of: "target", scope: "", in: .chinese) == "督查人员")
    #expect(book.edition.contains("jiujiang 2 ") && book.edition.contains("notices 1 "))
  }

  @Test(
    arguments: [
      ("{audience: unit, to: \"unit:{{home(unt)}}\", template: petition-overdue, channels: email}", "unt"),
      ("{audience: unit, to: \"unit:1\", template: petition-forgotten, channels: email}", "petition-forgotten"),
      ("{audience: unit, to: \"unit:1\", template: petition-overdue, channels: pigeon}", "pigeon"),
      ("{audience: crowd, to: \"unit:1\", template: petition-overdue, channels: email}", "crowd"),
      ("{audience: petitioner, to: \"p\", template: petition-overdue, channels: email}", "petitioners"),
      (
        "{audience: unit, to: \"unit:1\", template: petition-overdue, channels: email, when: \"colour = red\"}",
        "colour"
      ),
      ("{audience: unit, to: \"unit:1\", template: colour-changed, channels: email}", "colourBefore"),
      ("{audience: unit, to: \"unit:1\", template: petition-overdue, channels: email, document: novel}", "novel"),
    ])
  func `a rule that names what is not there is refused with its key`(row: String, word: String) throws {
    let problems = try attempt(notice(row))
    #expect(problems.contains { $0.contains(word) }, "\(problems)")
  }

  @Test func `an event that is not there, and a template that names a field the event has not, are refused`() throws {
    let row = "{audience: unit, to: \"unit:1\", template: petition-overdue, channels: email}"
    #expect(try attempt(notice(row, event: "petition.forgotten")).contains { $0.contains("petition.forgotten") })
    let template = """
      notification.template.petition-overdue:
        table:
          columns: {language: text, title: text, body: text}
          rows:
            - {language: zh-CN, title: "{{petitionNumber}}", body: "{{complainant}}"}
        assumed: true
        reason: a test
      """
    #expect(try attempt(template).contains { $0.contains("complainant") && $0.contains("petition-overdue") })
    #expect(
      try attempt(template.replacing("{{complainant}}", with: "{{#open}}")).contains { $0.contains("not closed") })
  }
}
