import Contracts
import Hummingbird
import ServiceSupport
import Testing

@testable import Petitions

@Suite("The page where a petitioner looks up a case")
struct StatusPageTests {
  private static let path = "/pages/status"

  /// With the number and the code that the petitioner was told.
  private func counter(
    _ body: @escaping @Sendable (Counter, _ number: String, _ code: String) async throws -> Void
  ) async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15)) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint())])
      let (number, code) = try await desk.lookup()
      try await Counter.with(desk) { try await body($0, number, code) }
    }
  }

  @Test func `the form is there in both languages, and loads nothing from elsewhere`() async throws {
    try await counter { counter, _, _ in
      let chinese = try await counter.get(Self.path, as: nil)
      #expect(chinese.status == 200 && chinese.headers[.contentLanguage] == "zh-CN")
      #expect(chinese.text.contains("<html lang=\"zh-CN\">") && chinese.text.contains("<h1>办理进度查询</h1>"))
      let english = try await counter.get(Self.path + "?lang=en", as: nil)
      #expect(english.text.contains("<html lang=\"en\">") && english.text.contains("<h1>Progress of a petition</h1>"))
      #expect(!english.text.contains("查询码"))
      let asked = try await counter.get(Self.path, as: nil, headers: ["Accept-Language": "en-GB"])
      #expect(asked.headers[.contentLanguage] == "en")
      for page in [chinese, english] {
        #expect(page.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        #expect(page.headers[.cacheControl] == "no-store")
        #expect(page.text.ranges(of: "<script").count == 1 && !page.text.contains("http"))
        #expect(page.text.contains("<script src=\"/pages/live.js\" defer></script>"))
        // Every field has a label, and what describes it is there.
        for id in ["number", "code"] {
          #expect(page.text.contains("<label for=\"\(id)\">") && page.text.contains("id=\"\(id)-hint\""))
        }
        #expect(page.text.contains("action=\"?lang=\(page.headers[.contentLanguage] ?? "")\""))
      }
      let linked = try await counter.get(Self.path + "?number=2024-360483", as: nil)
      #expect(linked.text.contains("name=\"number\" value=\"2024-360483\""))
      let look = try await counter.get("/pages/look.css", as: nil)
      #expect(look.status == 200 && look.headers[.contentType]?.hasPrefix("text/css") == true)
    }
  }

  @Test func `number and code show where the case stands, and nothing else of it`() async throws {
    try await counter { counter, number, code in
      let chinese = try await counter.form(Self.path, "number=\(number)&code=\(code.lowercased())")
      #expect(chinese.status == 200)
      #expect(chinese.text.contains("<dd>\(PublicStage.received.text(.chinese))</dd>"))
      #expect(chinese.text.contains("<dd>\(number)</dd>") && chinese.text.contains("<dd>2024-03-01</dd>"))
      // The code is not written back: who comes to the screen next must not find it.
      #expect(!chinese.text.lowercased().contains(code.lowercased()))
      let english = try await counter.form(Self.path + "?lang=en", "number=\(number)&code=\(code)")
      #expect(english.text.contains("<dd>\(PublicStage.received.text(.english))</dd>"))
    }
  }

  @Test func `whatever is wrong, the page says the same at its fields`() async throws {
    try await counter { counter, number, code in
      for form in ["number=\(number)&code=ZZZZZZZZ", "number=2024&code=\(code)", "number=&code=\(code)", ""] {
        let answer = try await counter.form(Self.path, form)
        #expect(answer.status == 404)
        #expect(answer.text.contains("没有与该编号和查询码相符的信访件。请核对编号和查询码"))
        #expect(answer.text.contains("role=\"alert\" id=\"refusal\"") && answer.text.contains("aria-invalid=\"true\""))
      }
      // What was typed comes back as text, whatever it holds.
      let mark = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
      let answer = try await counter.form(Self.path, "number=\(mark)&code=x")
      #expect(answer.status == 404 && !answer.text.contains("<script>"))
      #expect(answer.text.contains("&lt;script&gt;"))
    }
  }

  @Test func `who guesses is told to wait, and how long`() async throws {
    try await counter { counter, number, code in
      for attempt in 0..<10 {
        let answer = try await counter.form(Self.path, "number=\(number)&code=AAAA\(attempt)", from: "1.2.3.\(attempt)")
        #expect(answer.status == 404)
      }
      let answer = try await counter.form(Self.path, "number=\(number)&code=\(code)", from: "1.2.3.99")
      #expect(answer.status == 429 && answer.text.contains("查询过于频繁"))
      #expect(answer.headers[.retryAfter].flatMap { Int($0) } ?? 0 > 0)
    }
  }

  @Test func `what is no form is refused as a page`() async throws {
    try await counter { counter, _, _ in
      let json = try await counter.post(Self.path, ["number": "1"], as: nil)
      #expect(json.status == 415 && json.headers[.contentType]?.hasPrefix("text/html") == true)
      #expect(json.text.contains("请直接使用页面上的表单。"))
      let broken = try await counter.form(Self.path + "?lang=en", "number=%zz")
      #expect(broken.status == 400 && broken.text.contains("<h1>The form cannot be read</h1>"))
      let many = try await counter.form(Self.path, Array(repeating: "a=b", count: 200).joined(separator: "&"))
      #expect(many.status == 400)
    }
  }
}
