import Contracts
import Foundation
import Hummingbird
import Messaging
import Pages
import Postgres
import ServiceKit
import Support
import Testing

@testable import Notifications

@Suite("Pages of notifications")
struct NotificationPagesTests {
  private let operations = "op~operator~000000"
  private let clerk = "chen~clerk~360400"

  @Test func `deliveries are shown to operators, and to an agency those of its own endpoints alone`() async throws {
    try await Office.with { office in
      let (id, _) = try await office.subscribe("http://127.0.0.1:9/hook", regions: ["360400"])
      try await office.announce([Fixtures.event("one")])
      try await Reading.with(office) { pages in
        let home = try await pages.get("/pages", operations)
        #expect(home.status == 200 && home.text.contains("投递动态") && home.text.contains("待投递"))
        #expect(home.text.contains("data-live=\"/pages/live\"") && home.text.contains("uscc:91360482MA35XXXXX1"))
        #expect(try await pages.get("/pages", operations, language: "en").text.contains("Deliveries as they go"))
        #expect(try await pages.get("/pages", "water-bureau~agency~360400").text.contains("127.0.0.1:9/hook"))
        #expect(!(try await pages.get("/pages", "housing~agency~360400").text.contains("127.0.0.1:9/hook")))
        #expect(!(try await pages.get("/pages", clerk).text.contains("127.0.0.1:9/hook")))
        #expect(try await pages.get("/pages", "").status == 303)
        let endpoint = try await pages.get("/pages/subscriptions/\(id.lowercased)", operations)
        #expect(endpoint.status == 200 && endpoint.text.contains("更换签名密钥") && endpoint.text.contains("暂停投递"))
        #expect(try await pages.get("/pages/subscriptions/\(id.lowercased)", "housing~agency~360400").status == 404)
        #expect(try await pages.get("/pages/subscriptions", operations).text.contains("127.0.0.1:9/hook"))
      }
    }
  }

  @Test func `a key is rotated by form, its secret shown once, and no form is taken without its seal`() async throws {
    try await Office.with { office in
      let (id, _) = try await office.subscribe("http://127.0.0.1:9/hook", regions: ["360400"])
      let path = "/pages/subscriptions/\(id.lowercased)/keys"
      try await Reading.with(office) { pages in
        #expect(try await pages.get(path, clerk).status == 403)
        let form = try await pages.get(path, operations)
        #expect(form.status == 200 && form.text.contains("class=\"caution\""))
        var fields = ["scheme": "v1", "overlapHours": "100000", "_seal": form.hidden("_seal")]
        let wrong = try await pages.post(path, operations, fields)
        #expect(wrong.status == 422 && wrong.text.contains("id=\"overlapHours-refusal\""))
        fields["overlapHours"] = "24"
        let made = try await pages.post(path, operations, fields)
        #expect(made.status == 200 && made.text.contains("whsec_"))
        fields["_seal"] = nil
        #expect(try await pages.post(path, operations, fields).status == 403)
        #expect(!(try await pages.get("/pages/subscriptions/\(id.lowercased)", operations).text.contains("whsec_")))
      }
    }
  }

  @Test func `pausing an endpoint by form changes the subscription`() async throws {
    try await Office.with { office in
      let (id, _) = try await office.subscribe("http://127.0.0.1:9/hook", regions: ["360400"])
      try await Reading.with(office) { pages in
        let path = "/pages/subscriptions/\(id.lowercased)/disable"
        let form = try await pages.get(path, operations)
        let done = try await pages.post(
          path, operations, ["_seal": form.hidden("_seal")])
        #expect(done.status == 303 && done.location == "/pages/subscriptions/\(id.lowercased)")
        #expect(try await office.count("select count(*) from subscription where status = 'disabled'") == 1)
      }
    }
  }

  @Test func `every template can be looked at with made-up values, in both languages`() async throws {
    try await Office.with { office in
      try await Reading.with(office) { pages in
        for code in office.application.notices.books.current.templates.keys {
          for language in ["zh-CN", "en"] {
            let page = try await pages.get("/pages/preview?template=\(code)&language=\(language)", clerk)
            #expect(page.status == 200 && page.text.contains("class=\"words\""), "\(code) \(language)")
          }
        }
        let page = try await pages.get("/pages/preview?template=petition-received", clerk)
        #expect(page.text.contains("2026-360483-0000-0000-0000"))
        let fields = [
          "_seal": page.hidden("_seal"), "template": "petition-received", "language": "zh-CN", "channel": "sms",
          "value.petitionNumber": "360482-24-000017",
        ]
        #expect(try await pages.post("/pages/preview", clerk, fields).text.contains("编号 360482-24-000017"))
      }
    }
  }

  @Test func `lists, figures and messages answer for whom the API does`() async throws {
    try await Office.with { office in
      try await office.take([Fixtures.note()])
      try await Reading.with(office) { pages in
        for path in [
          "messages", "inbox", "hand-deliveries", "enquiries", "addressees", "broadcasts", "appointments", "documents",
          "figures", "figures?by=channel",
        ] {
          let page = try await pages.get("/pages/" + path, clerk)
          #expect(page.status == 200, "\(path) \(page.text)")
        }
        let list = try await pages.get("/pages/messages", clerk).text
        let link = try #require(list.range(of: "/pages/messages/[0-9a-f-]+", options: .regularExpression))
        #expect(try await pages.get(String(list[link]), clerk).text.contains("uscc:91360482MA35XXXXX1"))
        #expect(!(try await pages.get("/pages/messages", "wu~clerk~350000").text.contains("uscc:91360482")))
        #expect(try await pages.get("/pages/deliveries", clerk).status == 403)
        #expect(try await pages.get("/pages/messages?format=csv", clerk).text.contains("uscc:91360482MA35XXXXX1"))
      }
    }
  }

  @Test func `every field and choice of the forms has words of its own`() throws {
    let desk = try NotificationPages.desk(settings: .init()) { _ in throw Problem.unauthenticated }
    let document = try OpenAPIDocument(Application.http).json()
    let schemas = document["components"]?["schemas"]
    var lacking: Set<String> = []
    func look(_ schema: JSON, _ scope: String, _ depth: Int) {
      guard depth < 8 else { return }
      if let name = schema["$ref"]?.string?.split(separator: "/").last.map(String.init) {
        look(schemas?[name] ?? .null, name, depth + 1)
      }
      let words = schema["enum"]?.array ?? (schema["oneOf"]?.array ?? []).compactMap { $0["const"] }
      for word in words {
        if let word = word.string, !desk.words.has(word, in: scope) { lacking.insert("\(scope).\(word)") }
      }
      for member in schema["properties"]?.object?.members ?? [] {
        if !desk.words.has(member.name) { lacking.insert(member.name) }
        look(member.value, member.name, depth + 1)
      }
      if let items = schema["items"] { look(items, scope, depth + 1) }
    }
    for action in NotificationPages.actions {
      let route = document["paths"]?[action.route.path]?[action.route.method.rawValue.lowercased()]
      #expect(route != nil, "\(action.route.path)")
      if let schema = route?["requestBody"]?["content"]?["application/json"]?["schema"] { look(schema, "", 0) }
    }
    #expect(lacking.sorted() == [])
  }

  @Test func `whatever may be refused has words in Chinese`() throws {
    let book = try NotificationPages.desk(settings: .init()) { _ in throw Problem.unauthenticated }.book
    let codes = try OpenAPIDocument(Application.http).json()["x-problems"]?.object?.members.map(\.name) ?? []
    #expect(codes.count > 90)
    #expect(codes.filter { !book.hasWords(forRefusal: $0) } == [])
  }

  @Test func `an address without a page is answered by a page, in the reader's language`() async throws {
    try await Office.with { office in
      try await Reading.with(office) { pages in
        let page = try await pages.get("/pages/nothing", clerk)
        #expect(page.status == 404 && page.text.contains("没有这一项，或不对您开放"))
        #expect(page.text.contains("href=\"/pages/inbox\""))
        let english = try await pages.get("/pages/nothing", clerk, language: "en")
        #expect(english.text.contains("There is no such resource") && !english.text.contains("没有这一项"))
      }
    }
  }
}
