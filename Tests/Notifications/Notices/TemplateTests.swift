import Contracts
import Testing

@testable import Notifications

@Suite("Templates of messages")
struct TemplateTests {
  @Test func `values, sections, formats and comments are read`() throws {
    let outline = try TemplateOutline("{{! a note }}a {{day(at)}}\n{{#list}}{{.}}{{^last}},{{/last}}{{/list}}")
    #expect(outline.tags.count == 2)
    guard case .section(let path, false, let inner) = outline.tags[1] else {
      Issue.record("no section")
      return
    }
    #expect(path.names == ["list"] && path.line == 2 && inner.count == 2)
    #expect(try TemplatePath("place(above(region))", line: 1).formats == [.place, .above])
  }

  @Test(
    arguments: [
      "{{> header}}", "{{{raw}}}", "{{& raw}}", "{{< base}}{{/ base}}", "{{$ block}}{{/ block}}", "{{=<% %>=}}",
      "{{% CONTENT_TYPE:HTML}}", "{{*dynamic}}", "{{}}", "{{#open}}", "{{/never}}", "{{#a}}{{/b}}", "{{open",
      "{{shout(name)}}", "{{a..b}}", "{{day(at}}", "{{na me}}",
    ])
  func `whatever does more than say values is refused`(text: String) {
    #expect(throws: TemplateError.self) { try TemplateOutline(text) }
    #expect(throws: TemplateError.self) {
      try MessageTemplate(language: .chinese, title: "t", body: text)
    }
  }

  @Test func `depth and length are limited`() {
    let deep = String(repeating: "{{#a}}", count: 9) + String(repeating: "{{/a}}", count: 9)
    #expect(throws: TemplateError.self) { try TemplateOutline(deep) }
    let fair = String(repeating: "{{#a}}", count: 8) + String(repeating: "{{/a}}", count: 8)
    #expect(throws: Never.self) { try TemplateOutline(fair) }
    let long = String(repeating: "x", count: TemplateOutline.longest + 1)
    #expect(throws: TemplateError.self) { try TemplateOutline(long) }
  }

  private let shape: FieldShape = .object([
    "number": .single(.text), "at": .single(.instant), "due": .object(["due": .single(.instant)]),
    "lines": .list(.object(["amount": .single(.number)])), "open": .single(.flag),
  ])

  private func problems(_ text: String) throws -> [String] {
    TemplateCheck.problems(try TemplateOutline(text), for: shape).map(\.message)
  }

  @Test func `a template may name what the event has, from where it stands outwards`() throws {
    #expect(
      try problems(
        "{{number}} {{name}} {{day(at)}} {{lastDay(due.due)}} {{#lines}}{{yuan(amount)}} {{number}}{{/lines}}"
          + "{{#open}}{{number}}{{/open}}{{^lines}}{{number}}{{/lines}}"
      ).isEmpty)
  }

  @Test func `a name that the event has not is told with what there is`() throws {
    let unknown = try problems("{{petitionNumbr}}")
    #expect(unknown.count == 1 && unknown[0].contains("petitionNumbr") && unknown[0].contains("number"))
    #expect(try problems("{{amount}}").count == 1)
    #expect(try problems("{{due.when}}").count == 1)
    #expect(try problems("{{#lines}}{{price}}{{/lines}}").count == 1)
    #expect(try problems("{{lines}}").first?.contains("section") == true)
    #expect(try problems("{{yuan(at)}}").count == 1)
    #expect(try problems("{{day(number)}}").count == 1)
  }

  @Test func `values are shown as people write them, and absent ones leave no empty lines`() throws {
    var book = WordBook()
    book.add("red", of: "colour", chinese: "红色", english: "red")
    book.add(bureau: "eco-360482", name: "共青城生态环境局", region: "360482")
    let template = try MessageTemplate(
      language: .chinese, title: "{{word(colour)}}",
      body: """
        {{time(at)}} {{day(day)}} {{lastDay(due)}}
        {{#absent}}never{{/absent}}

        {{unit(unit)}} {{place(region)}} {{home(unit)}} {{yuan(fen)}} {{word(other)}}{{#list}}
        - {{.}}{{/list}}
        """)
    var words = JSONObject()
    words.set("colour", "red")
    words.set("at", "2026-03-02T01:05:00Z")
    words.set("day", "2026-03-03")
    words.set("due", "2026-03-04T16:00:00Z")
    words.set("unit", "eco-360482")
    words.set("region", "360482")
    words.set("fen", 157_950)
    words.set("other", "unknown-code")
    words.set("list", JSON.array(["a", "<b>"]))
    let message = template.render(words, writer: TemplateWriter(language: .chinese, words: book))
    #expect(message.title == "红色")
    #expect(
      message.text == """
        2026年3月2日 09:05 2026年3月3日 2026年3月4日

        共青城生态环境局 江西省九江市共青城市 360482 1579.50 unknown-code
        - a
        - <b>
        """)
  }
}
