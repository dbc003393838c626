import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit
import ServiceSupport
import Testing

@testable import Compensation
@testable import Pages

@Suite("The pages of compensation")
struct CompensationPagesTests {
  private let now: Date
  private let staff = Person("zhao.min", "handler,leader", regions: "360400")

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  /// One case of a penalty in Gongqingcheng.
  private func counter(_ body: @escaping @Sendable (Counter, _ id: String) async throws -> Void) async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.filing("罚1", fact: "f-1", at: now)])
      let id = try await desk.onlyCase().id.lowercased
      try await Counter.with(desk) { try await body($0, id) }
    }
  }

  private func hidden(_ name: String, in page: String) -> String {
    guard let start = page.firstRange(of: "name=\"\(name)\" value=\"") else { return "" }
    return String(page[start.upperBound...].prefix { $0 != "\"" }).replacing("&quot;", with: "\"")
  }

  @Test func `the board and the case are shown to whoever may read cases, in both languages`() async throws {
    try await counter { counter, id in
      let board = try await counter.page("/pages?region=360400", as: staff)
      #expect(board.status == 200 && board.text.contains("/pages/cases/\(id)"), "\(board.text)")
      let english = try await counter.page("/pages?region=360400&lang=en", as: staff)
      #expect(english.text.contains("Legal clocks") && !english.text.contains("办理期限"))
      let page = try await counter.page("/pages/cases/\(id)", as: staff)
      #expect(page.status == 200 && page.text.contains("第十七条"), "\(page.text)")
      #expect(page.text.contains("/pages/cases/\(id)/check\""))
      let auditor = Person("ada", "auditor", regions: "360400")
      let read = try await counter.page("/pages/cases/\(id)", as: auditor)
      #expect(read.status == 200 && !read.text.contains("/pages/cases/\(id)/check\""))
      let stranger = Person("wu.di", "leader", regions: "320000")
      #expect(try await counter.page("/pages/cases/\(id)", as: stranger).status == 403)
    }
  }

  @Test func `every page of the bar answers whoever finds it there`() async throws {
    try await counter { counter, _ in
      for role in ["clerk", "handler", "leader", "auditor", "agency", "operator"] {
        let person = Person("somebody", role, regions: "000000")
        let start = try await counter.page("/pages", as: person)
        #expect(start.status == 200 || start.status == 303, "\(role)")
        let bar = try await counter.page(start.headers[.location] ?? "/pages", as: person)
        let links = bar.text.split(separator: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        // The host's own pages need the host's own routes.
        let elsewhere: Set<Substring> = ["/pages/look.css", "/pages/operations", "/pages/dead-letters"]
        for link in Set(links).subtracting(elsewhere) where link.hasPrefix("/pages") {
          let answer = try await counter.page(String(link), as: person)
          #expect(answer.status == 200 || answer.status == 303, "\(role): \(link) is answered \(answer.status)")
        }
      }
    }
  }

  @Test func `a form for something new opens for whoever may enter it`() async throws {
    try await counter { counter, _ in
      let person = Person("somebody", "leader,finance,supervisor", regions: "000000")
      let paths = CompensationPages.actions.map(\.pagePath).filter { !$0.contains("{") }
      #expect(paths.contains("experts/new") && paths.contains("appraisal-bodies/new"))
      for path in paths {
        let form = try await counter.page("/pages/\(path)", as: person)
        #expect(form.status == 200, "\(path) is answered \(form.status)")
      }
    }
  }

  @Test func `a form moves the case on, once it is sealed`() async throws {
    try await counter { counter, id in
      let path = "/pages/cases/\(id)/check"
      let form = try await counter.page(path, as: staff)
      #expect(form.status == 200 && form.text.contains("id=\"damaged\""), "\(form.text)")
      #expect(try await counter.form(path, "damaged=true", as: staff).status == 403)
      let seals = ["_seal", "_key", "_match"].map { "\($0)=\(hidden($0, in: form.text))" }.joined(separator: "&")
      let wrong = try await counter.form(path, seals + "&damaged=perhaps", as: staff)
      #expect(wrong.status == 422 && wrong.text.contains("id=\"damaged-refusal\""), "\(wrong.text)")
      let key = hidden("_key", in: form.text)
      let done = try await counter.form(path, seals.replacing(key, with: key + "2") + "&damaged=true", as: staff)
      #expect(done.status == 303, "\(done.text)")
      let moved = try await counter.page("/pages/cases/\(id)", as: staff)
      #expect(moved.text.contains("初步核查"))
    }
  }

  @Test func `every field and choice of the forms has words in Chinese`() async throws {
    try await counter { counter, id in
      for action in CompensationPages.actions where action.route.path.hasPrefix("/v1/cases/{id}/") {
        let path = action.route.path.replacing("/v1/", with: "/pages/").replacing("{id}", with: id)
        let page = try await counter.page(path, as: Person("all", "clerk,handler,supervisor,leader,finance"))
        #expect(page.status == 200, "\(path)")
        for part in page.text.split(separator: "<label for=\"").dropFirst() {
          // What is ticked stands before its words.
          let inside = part.drop { $0 != ">" }.dropFirst()
          let words = inside.hasPrefix("<input") ? inside.drop { $0 != ">" }.dropFirst() : inside
          let label = words.prefix { $0 != "<" }
          #expect(label.unicodeScalars.contains { $0.value > 0x2E80 }, "\(path): \(label)")
        }
        for part in page.text.split(separator: "<option value=\"").dropFirst() where !part.hasPrefix("\">") {
          let words = part.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
          #expect(words.unicodeScalars.contains { $0.value > 0x2E80 }, "\(path): \(words)")
        }
      }
    }
  }

  @Test func `whatever may be refused has words in Chinese`() throws {
    let book = try CompensationPages.desk(settings: .init(), accountRegion: { nil }) { _ in
      throw Problem.unauthenticated
    }.book
    let codes = try OpenAPIDocument(Application.http).json()["x-problems"]?.object?.members.map(\.name) ?? []
    #expect(codes.count > 90)
    #expect(codes.filter { !book.hasWords(forRefusal: $0) } == [])
  }

  @Test func `an address without a page is answered by a page, in the reader's language`() async throws {
    try await counter { counter, _ in
      let page = try await counter.page("/pages/nothing", as: staff)
      #expect(page.status == 404 && page.headers[.contentType] == "text/html; charset=utf-8")
      #expect(page.text.contains("没有这一项，或不对您开放") && page.text.contains("href=\"/pages/cases\""))
      let english = try await counter.page("/pages/nothing?lang=en", as: staff)
      #expect(english.text.contains("There is no such resource") && !english.text.contains("没有这一项"))
    }
  }
}
