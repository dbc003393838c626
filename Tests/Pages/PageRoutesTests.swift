import Contracts
import Hummingbird
import HummingbirdTesting
import Pages
import ServiceKit
import Testing

@Suite("Pages read and act through the API, for whoever is signed in")
struct PageRoutesTests {
  private static let clerk = "good.anna.clerk"

  private static func seal(_ page: String) -> String {
    let front = #"name="_seal" value=""#
    guard let start = page.firstRange(of: front) else { return "" }
    return String(page[start.upperBound...].prefix { $0 != "\"" })
  }

  @Test func `who is not signed in is led to the sign-in, and back`() async throws {
    try await SmallService.with { service in
      let away = try await service.get("/pages/notes/one?a=b")
      #expect(away.status == .seeOther)
      #expect(away.headers[.location] == "/pages/sign-in?next=%2Fpages%2Fnotes%2Fone%3Fa%3Db")
      let page = try await service.get("/pages/sign-in?next=/pages/notes")
      #expect(String(buffer: page.body).contains(#"name="next" value="/pages/notes""#))
      let wrong = try await service.post("/pages/sign-in", "token=bad.anna.clerk&next=/pages/notes")
      #expect(wrong.status == .unauthorized && wrong.headers[.setCookie] == nil)
      #expect(String(buffer: wrong.body).contains("role=\"alert\""))
      let right = try await service.post("/pages/sign-in", "token=\(Self.clerk)&next=/pages/notes")
      #expect(right.status == .seeOther && right.headers[.location] == "/pages/notes")
      #expect(
        right.headers[.setCookie] == "ecoredress_session=\(Self.clerk); Path=/pages; HttpOnly; SameSite=Lax")
      for elsewhere in ["//evil.example", "https://evil.example", "/pages//evil.example", "/v1/x", "/pages%0d%0aX"] {
        let answer = try await service.post("/pages/sign-in", "token=\(Self.clerk)&next=\(elsewhere)")
        #expect(answer.headers[.location] == "/pages")
      }
    }
  }

  @Test func `cookies go over TLS alone where browsers use it`() async throws {
    try await SmallService.with(settings: PagesConfiguration(address: "https://petitions.example")) { service in
      let answer = try await service.post("/pages/sign-in", "token=\(Self.clerk)")
      #expect(answer.headers[.setCookie]?.contains("; Secure") == true)
    }
  }

  @Test func `a page shows what the API answers, escaped, in the words of the reader`() async throws {
    try await SmallService.with { service in
      let english = String(buffer: try await service.get("/pages/notes/one", token: Self.clerk).body)
      #expect(english.contains("<p>&lt;b&gt;bold&lt;/b&gt; The word red 2026-01-07 00:00 1,234.56</p>"))
      #expect(english.contains("anna (Clerk)") && english.contains(#"<a href="/pages/notes""#))
      let chinese = try await service.get("/pages/notes/one?lang=zh-CN&x=1", token: Self.clerk)
      #expect(String(buffer: chinese.body).contains("anna (受理员)"))
      #expect(String(buffer: chinese.body).contains(#"href="?x=1&amp;lang=en""#))
      #expect(chinese.headers[.setCookie]?.hasPrefix("ecoredress_language=zh-CN;") == true)
    }
  }

  @Test func `the API's refusal is the page's`() async throws {
    try await SmallService.with { service in
      let page = try await service.get("/pages/notes/one", token: "good.otto.finance")
      #expect(page.status == .forbidden && String(buffer: page.body).contains("role-missing"))
      // What a role cannot do is neither linked nor opened.
      let form = try await service.get("/pages/notes/one/mend", token: "good.ada.auditor")
      #expect(form.status == .forbidden)
      let bar = String(buffer: try await service.get("/pages/notes/one", token: "good.ada.auditor").body)
      #expect(!bar.contains(#"<a href="/pages/notes""#))
    }
  }

  @Test func `a form is made from the API's description, and carries key, version and seal`() async throws {
    try await SmallService.with { service in
      let page = String(buffer: try await service.get("/pages/notes/one/mend", token: Self.clerk).body)
      #expect(page.contains(#"name="_match" value="&quot;v1&quot;""#))
      #expect(page.contains(#"<input id="text" name="text" value="" maxlength="20" required>"#))
      #expect(page.contains(#"<option value="red">Red</option>"#))
      for name in ["times", "at", "loud", "words", "parts.0.name", "parts.0.day"] {
        #expect(page.contains(#"<label for="\#(name)">"#) && page.contains(#"id="\#(name)""#))
      }
      #expect(Self.seal(page).count == 64)
    }
  }

  @Test func `what a form sends becomes the API's JSON, with its key and version`() async throws {
    let check: @Sendable (JSON, HTTPFields) throws -> JSON = { body, headers in
      #expect(headers[.ifMatch] == "\"v1\"")
      #expect(headers[HeaderNames.idempotencyKey] == "k1")
      #expect(
        body == [
          "text": "a b", "colour": "red", "times": 3, "at": "2026-01-07T09:00:00+08:00", "loud": true,
          "words": ["x", "y"], "parts": [["name": "p"]],
        ])
      return body
    }
    try await SmallService.with(mend: check) { service in
      let page = String(buffer: try await service.get("/pages/notes/one/mend", token: Self.clerk).body)
      let form =
        "_seal=\(Self.seal(page))&_key=k1&_match=%22v1%22&text=+a+b&colour=red&times=3&at=2026-01-07T09:00&loud=true"
        + "&words=x%0D%0Ay&parts._count=2&parts.1.name=p&parts.0.day="
      let done = try await service.post("/pages/notes/one/mend", form, token: Self.clerk)
      #expect(done.status == .seeOther && done.headers[.location] == "/pages/notes/one?from=a%20b")
    }
  }

  @Test func `a form from elsewhere is refused`() async throws {
    try await SmallService.with(mend: { _, _ in throw Problem.notFound("never reached") }) { service in
      let page = String(buffer: try await service.get("/pages/notes/one/mend", token: Self.clerk).body)
      let other = String(buffer: try await service.get("/pages/notes/one/mend", token: "good.eve.clerk").body)
      #expect(Self.seal(page) != Self.seal(other))
      for seal in ["", Self.seal(other), "x"] {
        let answer = try await service.post("/pages/notes/one/mend", "_seal=\(seal)&text=a", token: Self.clerk)
        #expect(answer.status == .forbidden && String(buffer: answer.body).contains("form-unsealed"))
      }
      let site = try #require(HTTPFields.Element.Name("Sec-Fetch-Site"))
      let crossed = try await service.post(
        "/pages/notes/one/mend", "_seal=\(Self.seal(page))&text=a", token: Self.clerk, more: [site: "cross-site"])
      #expect(crossed.status == .forbidden)
    }
  }

  @Test func `what is wrong is said at its field, and what was typed stays`() async throws {
    let refuse: @Sendable (JSON, HTTPFields) throws -> JSON = { _, _ in
      throw Problem(status: 422, code: "field-invalid", title: "Wrong", field: "body.parts[0].name", remedy: "Mend it.")
    }
    try await SmallService.with(mend: refuse) { service in
      let page = String(buffer: try await service.get("/pages/notes/one/mend", token: Self.clerk).body)
      let answer = try await service.post(
        "/pages/notes/one/mend", "_seal=\(Self.seal(page))&_key=k&text=%3Cx%3E&parts.0.name=p", token: Self.clerk)
      let text = String(buffer: answer.body)
      #expect(answer.status.code == 422)
      #expect(text.contains(#"id="parts.0.name-refusal">Wrong Mend it."#) && text.contains(#"value="&lt;x&gt;""#))
      #expect(text.ranges(of: "aria-invalid").count == 1)
      let more = try await service.post(
        "/pages/notes/one/mend", "_seal=\(Self.seal(page))&_more=parts&text=kept", token: Self.clerk)
      let grown = String(buffer: more.body)
      #expect(grown.contains(#"id="parts.1.name""#) && grown.contains(#"value="kept""#))
    }
  }

  @Test func `a list pages by cursor, narrows, and gives everything as CSV`() async throws {
    try await SmallService.with { service in
      let first = String(buffer: try await service.get("/pages/notes?colour=red", token: Self.clerk).body)
      #expect(first.contains(#"href="?colour=red&amp;cursor=next" rel="next""#))
      #expect(first.contains(#"<td><a href="/pages/notes/one">&lt;b&gt;bold&lt;/b&gt;</a></td><td>The word red</td>"#))
      #expect(first.contains(#"<td class="amount">1,234.56</td>"#) && first.contains(#"<th scope="col">Colour</th>"#))
      let last = String(buffer: try await service.get("/pages/notes?cursor=next", token: Self.clerk).body)
      #expect(!last.contains("rel=\"next\"") && last.contains(#"href="/pages/notes">First page"#))
      let table = try await service.get("/pages/notes?format=csv", token: Self.clerk)
      #expect(table.headers[.contentType]?.hasPrefix("text/csv") == true)
      #expect(String(buffer: table.body).split(separator: "\r\n").count == 3)
    }
  }

  @Test func `signing out ends the session in this browser, and only from its own page`() async throws {
    try await SmallService.with { service in
      let page = String(buffer: try await service.get("/pages/notes/one", token: Self.clerk).body)
      let refused = try await service.post("/pages/sign-out", "_seal=x", token: Self.clerk)
      #expect(refused.status == .forbidden)
      let out = try await service.post("/pages/sign-out", "_seal=\(Self.seal(page))", token: Self.clerk)
      #expect(out.headers[.setCookie]?.contains("ecoredress_session=; ") == true)
      #expect(out.headers[.setCookie]?.contains("Max-Age=0") == true)
    }
  }
}
