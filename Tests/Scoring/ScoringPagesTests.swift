import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit
import ServiceSupport
import Testing

@testable import Pages
@testable import Scoring

@Suite("The pages of scores")
struct ScoringPagesTests {
  private let now: Date
  private let staff = Person("zhao.min", "supervisor,leader")

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  private func counter(_ body: @escaping @Sendable (Desk, Counter) async throws -> Void) async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([
        Fixtures.inspection("1", ["THIRTY"], at: now, subject: Fixtures.site),
        Fixtures.inspection("2", ["TEN"], at: now),
      ])
      try await Counter.with(desk) { try await body(desk, $0) }
    }
  }

  private func seal(_ page: String) -> String {
    let front = #"name="_seal" value=""#
    guard let start = page.firstRange(of: front) else { return "" }
    return String(page[start.upperBound...].prefix { $0 != "\"" })
  }

  private var site: String { "/pages/subjects/" + PagePath.part(Fixtures.site) }

  @Test func `a subject's page has score, colour in words, the curve and every line, in both languages`() async throws {
    try await counter { _, counter in
      let page = try await counter.page(site, as: staff)
      #expect(page.status == 200, "\(page.text)")
      for part in ["<strong>70</strong> 红色", "三十分", "<svg", "起始分", "/code\"", "关联所属企业"] {
        #expect(page.text.contains(part), "\(part)")
      }
      let english = try await counter.page(site + "?lang=en", as: staff)
      #expect(english.text.contains("<strong>70</strong> Red") && !english.text.contains("起始分"))
      let before = try await counter.page(site + "?at=2026-01-02", as: staff)
      #expect(before.status == 200 && before.text.contains("未评级"))
      let code = try await counter.page(site + "/code", as: staff)
      #expect(code.headers[.contentType]?.hasPrefix("image/svg+xml") == true)
      #expect(try await counter.page(site, as: Person("far", regions: "110000")).status == 403)
      let list = try await counter.page("/pages/subjects?subject=91350100M000100Y43", as: staff)
      #expect(list.text.contains("绿色") && !list.text.contains("红色</td>"))
    }
  }

  @Test func `the overview counts subjects by colour and division, and leads to them`() async throws {
    try await counter { _, counter in
      let page = try await counter.page("/pages", as: staff)
      #expect(page.status == 200, "\(page.text)")
      let site = "/pages/subjects?colour=red&amp;region=\(Fixtures.region)"
      for part in ["<svg", "colour-red", "红色", "未评级", site] { #expect(page.text.contains(part), "\(part)") }
      let figures = try await counter.get("/v1/colour-figures", as: staff).json
      #expect(figures["subjects"]?.integer == 2 && figures["red"]?.integer == 1 && figures["green"]?.integer == 1)
      let elsewhere = try await counter.page(
        "/pages?region=110000&lang=en", as: Person("far", regions: "110000"))
      #expect(elsewhere.status == 200 && elsewhere.text.contains("There are no subjects yet."))
      #expect(try await counter.page("/pages?region=110000", as: staff).status == 403)
    }
  }

  @Test func `a form of a page changes the subject, once it is sealed and right`() async throws {
    try await counter { _, counter in
      let clerk = Person("clerk", "clerk")
      let path = site + "/registration"
      let seal = seal(try await counter.page(path, as: clerk).text)
      let fields = "title=%E6%9F%90%E5%8E%82&kind=emitter&region="
      #expect(try await counter.form(path, fields + "610115", as: clerk).status == 403)
      let sealed = "_seal=\(seal)&_key=k1&"
      let wrong = try await counter.form(path, sealed + fields + "x", as: clerk)
      #expect(wrong.status == 422 && wrong.text.contains("region-refusal"))
      let done = try await counter.form(path, sealed.replacing("k1", with: "k2") + fields + "610115", as: clerk)
      #expect(done.status == 303, "\(done.text)")
      #expect(try await counter.page(site, as: clerk).text.contains("某厂"))
      #expect(try await counter.page(site + "/owner", as: clerk).status == 403)
    }
  }

  @Test func `every list and form opens in Chinese`() async throws {
    try await counter { _, counter in
      for path in ScoringLists.all.map(\.path) + ["rule-trials", "county-scores", "facts/new", "credit-cases/new"] {
        let page = try await counter.page("/pages/\(path)", as: staff)
        #expect(page.status == 200, "\(path) \(page.text)")
      }
    }
  }

  @Test func `every field and choice of the forms has Chinese words`() async throws {
    let everything = Person("all", "clerk,handler,supervisor,leader,auditor,agency")
    try await counter { _, counter in
      for action in ScoringActions.all {
        // A form that changes nothing that is there opens for any key; one of a case needs the case.
        guard !action.route.path.contains("{id}") else { continue }
        let path = action.page ?? String(action.route.path.dropFirst("/v1/".count))
        let key = PagePath.part(Fixtures.site)
        let filled = path.replacing("{key}", with: key).replacing("{number}", with: "6101-9")
        let page = try await counter.page("/pages/\(filled)?lang=zh-CN", as: everything)
        #expect(page.status == 200, "\(path)")
        for label in page.text.matches(of: /<(?:label|option)[^>]*>([^<]*)</) {
          let words = label.output.1
          #expect(words.isEmpty || words == "–" || words.contains { $0.utf8.count > 2 }, "\(path): \(words)")
        }
      }
    }
  }

  @Test func `whatever may be refused has words in Chinese`() throws {
    let book = try ScoringPages.desk(settings: .init()) { _ in throw Problem.unauthenticated }.book
    let codes = try OpenAPIDocument(Application.http).json()["x-problems"]?.object?.members.map(\.name) ?? []
    #expect(codes.count > 90)
    #expect(codes.filter { !book.hasWords(forRefusal: $0) } == [])
  }

  @Test func `an address without a page is answered by a page, in the reader's language`() async throws {
    try await counter { _, counter in
      let page = try await counter.page("/pages/nothing", as: staff)
      #expect(page.status == 404 && page.headers[.contentType] == "text/html; charset=utf-8")
      #expect(page.text.contains("没有这一项，或不对您开放") && page.text.contains("href=\"/pages/subjects\""))
      let english = try await counter.page("/pages/nothing?lang=en", as: staff)
      #expect(english.text.contains("There is no such resource") && !english.text.contains("没有这一项"))
    }
  }
}
