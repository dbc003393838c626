import Contracts
import FoundationEssentials
import Hummingbird
import Pages
import ServiceKit
import ServiceSupport
import Postgres
import Testing

@testable import Petitions

@Suite("The pages of petitions, for whoever is signed in")
struct PetitionPagesTests {
  private static let leader = Person("zhao.min")
  private static let clerk = Person("li.na", "clerk", regions: "360482")
  private static let stranger = Person("wu.di", "leader", regions: "320000")
  private static let finance = Person("qian", "finance")

  /// Two petitions: one on 15 February, one on the 16th.
  private func counter(_ body: @escaping @Sendable (Desk, Counter, _ id: String) async throws -> Void) async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15)) { desk in
      try await desk.take([
        Fixtures.record(Fixtures.complaint()),
        Fixtures.record(Fixtures.complaint("JJ-2", region: "360483"), id: "e-2", offset: 1),
      ])
      try await Counter.with(desk) { counter in
        let found = try await counter.get("/v1/petitions?region=360482", as: Self.leader)
        let id = try #require(found.json["petitions"]?.array?.first?["petitionId"]?.string)
        try await body(desk, counter, id)
      }
    }
  }

  private static func hidden(_ name: String, in page: String) -> String {
    let front = "name=\"\(name)\" value=\""
    guard let start = page.firstRange(of: front) else { return "" }
    return String(page[start.upperBound...].prefix { $0 != "\"" }).replacing("&quot;", with: "\"")
  }

  /// What a form page sends besides what is typed.
  private static func seals(_ page: String) -> String {
    ["_seal", "_key", "_match"].map { "\($0)=\(PagePath.part(hidden($0, in: page)))" }.joined(separator: "&")
  }

  @Test func `the root leads everybody to their page`() async throws {
    try await counter { _, counter, _ in
      let places: [(page: String, who: Person?, next: String)] = [
        ("/pages", nil, "/pages/status"), ("/pages", Self.leader, "/pages/board"),
        ("/pages", Self.finance, "/pages/rewards"), ("/pages/board", nil, "/pages/sign-in?next=%2Fpages%2Fboard"),
      ]
      for (page, who, next) in places {
        let answer =
          if let who { try await counter.page(page, as: who) } else { try await counter.get(page, as: nil) }
        #expect(answer.headers[.location] == next)
      }
    }
  }

  @Test func `the board counts what is open, late and due, within the reader's regions`() async throws {
    try await counter { desk, counter, _ in
      let board = try await counter.get("/v1/board", as: Self.leader)
      #expect(board.json["open"]?.integer == 2 && board.json["inTime"]?.integer == 2)
      #expect(board.json["steps"]?.array?.count == 1 && board.json["counties"]?.array?.count == 2)
      #expect(try await counter.get("/v1/board", as: Self.clerk).json["open"]?.integer == 1)
      #expect(try await counter.get("/v1/board", as: Self.stranger).json["open"]?.integer == 0)
      #expect(try await counter.get("/v1/board?region=110000", as: Self.leader).status == 403)
      #expect(try await counter.get("/v1/board", as: Self.finance).status == 403)
      desk.clock.move(to: try Fixtures.instant(2024, 2, 29))
      let soon = try await counter.get("/v1/board", as: Self.leader)
      #expect(soon.json["dueSoon"]?.integer == 2 && soon.json["dueToday"]?.integer == 0)
      desk.clock.move(to: try Fixtures.instant(2024, 3, 10))
      let late = try await counter.get("/v1/board", as: Self.leader)
      #expect(late.json["overdue"]?.integer == 2 && late.json["inTime"]?.integer == 0)
      let page = try await counter.page("/pages/board", as: Self.leader)
      #expect(page.status == 200 && page.text.contains("<p class=\"figure\">2</p>"))
      #expect(page.text.contains("data-live=\"/pages/board/live\""))
      let english = try await counter.page("/pages/board?lang=en", as: Self.leader)
      #expect(english.text.contains("Open cases by step") && !english.text.contains("超期"))
    }
  }

  @Test func `a case shows its clocks and what the reader may do, and hides the rest`() async throws {
    try await counter { _, counter, id in
      let page = try await counter.page("/pages/petitions/\(id)", as: Self.leader)
      #expect(page.status == 200 && page.text.contains("<h1>信访件 2024-360482-"))
      #expect(page.text.contains("<strong>2024-03-01</strong>") && page.text.contains("class=\"card green\""))
      #expect(page.text.contains("/pages/petitions/\(id)/accept\">受理"))
      #expect(!page.text.contains(Fixtures.complaint().content))
      let clerk = try await counter.page("/pages/petitions/\(id)", as: Self.clerk)
      #expect(clerk.text.contains("/accept\"") && !clerk.text.contains("/refuse\""))
      #expect(try await counter.page("/pages/petitions/\(id)", as: Self.stranger).status == 403)
      #expect(try await counter.page("/pages/petitions/\(id)/refuse", as: Self.clerk).status == 403)
    }
  }

  @Test func `a form changes the case, says what is wrong at its field, and is refused without its seal`() async throws
  {
    try await counter { _, counter, id in
      let path = "/pages/petitions/\(id)/accept"
      let form = try await counter.page(path, as: Self.leader)
      #expect(form.status == 200 && form.text.contains("<option value=\"water\">水</option>"))
      #expect(try await counter.form(path, "category=water", as: Self.leader).status == 403)
      let wrong = try await counter.form(path, Self.seals(form.text) + "&category=fire", as: Self.leader)
      #expect(wrong.status == 422 && wrong.text.contains("id=\"category-refusal\""))
      let done = try await counter.form(
        path, Self.seals(form.text) + "&procedure=appeal&category=water", as: Self.leader)
      #expect(done.status == 303 && done.headers[.location] == "/pages/petitions/\(id)")
      let page = try await counter.page("/pages/petitions/\(id)", as: Self.leader)
      #expect(page.text.contains("<strong>已受理</strong>") && page.text.contains("zhao.min"))
    }
  }

  @Test func `lists, figures and map answer in both languages`() async throws {
    try await counter { _, counter, id in
      let paths = [
        "petitions", "backlog", "reminder-letters", "monthly-checks", "rewards", "staff-records", "supervisors",
        "digests", "figures", "map", "publications", "petitions/new", "petitions/search", "reminder-letters/new",
        "staff-records/new", "supervisors/new", "routing/dry-run", "petitions/\(id)/attachments",
      ]
      for path in paths {
        let chinese = try await counter.page("/pages/\(path)", as: Self.leader)
        #expect(chinese.status == 200 && chinese.text.contains("<html lang=\"zh-CN\">"), "\(path)")
        let english = try await counter.page("/pages/\(path)?lang=en", as: Self.leader)
        #expect(english.status == 200 && english.text.contains("<html lang=\"en\">"), "\(path)")
      }
      let map = try await counter.page("/pages/map", as: Self.leader)
      #expect(map.text.contains("<rect class=\"tile green\"") && map.text.contains("江西省九江市"))
      let csv = try await counter.page("/pages/petitions?format=csv", as: Self.leader)
      #expect(csv.text.contains("信访编号") && csv.text.split(separator: "\r\n").count == 3)
    }
  }

  @Test func `results that were published are everybody's, without the number and who complained`() async throws {
    try await counter { desk, counter, id in
      let event = PetitionPublished(
        petitionId: try #require(UUID(uuidString: id)), petitionNumber: "2024-360482-X", region: "360482",
        at: desk.clock.now, published: true, summary: "经查属实，已责令整改。", uri: "https://bureau.example/1")
      let file: JSON = ["published": event.json]
      _ = try await desk.pool.query(
        "update petition set file = \(file.text)::text::jsonb where id = \(event.petitionId) returning 1", as: Int.self)
      let answer = try await counter.get("/v1/public/publications", as: nil)
      let first = try #require(answer.json["publications"]?.array?.first)
      #expect(answer.status == 200 && first["summary"]?.string == "经查属实，已责令整改。")
      #expect(first["day"]?.string == "2024-02-15" && first["petitionNumber"] == nil)
      let page = try await counter.get("/pages/publications", as: nil)
      #expect(page.status == 200 && page.text.contains("经查属实") && !page.text.contains("2024-360482"))
      let table = try await counter.get("/v1/public/publications?format=csv", as: nil)
      #expect(table.status == 200 && table.text.contains("经查属实"))
      let one = try await counter.get("/v1/public/publications?limit=1", as: nil)
      let next = try #require(one.json["next"]?.string)
      let end = try await counter.get("/v1/public/publications?limit=1&cursor=\(next)", as: nil)
      #expect(end.json["publications"]?.array?.isEmpty == true && end.json["next"] == nil)
      #expect(try await counter.get("/v1/public/publications?cursor=x", as: nil).status == 422)
    }
  }

  @Test func `attachments are listed by name and size for those who may open the seal`() async throws {
    try await counter { _, counter, id in
      let photo: JSON = [
        "uri": "https://files.example/2024/river.jpg", "sha256": .string(String(repeating: "a", count: 64)),
        "size": 20480, "mediaType": "image/jpeg",
      ]
      let more: JSON = ["channel": "EMAIL", "content": "补充照片", "attachments": [photo]]
      let added = try await counter.send(.post, "/v1/petitions/\(id)/materials", as: Self.leader, more)
      #expect(added.json["status"]?.string == "supplement")
      let path = "/pages/petitions/\(id)/attachments"
      let page = try await counter.page(path, as: Self.leader)
      #expect(page.status == 200 && page.text.contains(">river.jpg<") && page.text.contains(">20480<"))
      #expect(page.text.contains("补充材料 1") && !page.text.contains("补充照片"))
      #expect(try await counter.page("/pages/petitions/\(id)", as: Self.leader).text.contains(path))
      #expect(try await counter.page(path, as: Self.stranger).status == 403)
    }
  }

  @Test func `where a complaint would go is tried by the rules and by other rows`() async throws {
    try await counter { _, counter, _ in
      let path = "/pages/routing/dry-run"
      let form = try await counter.page(path, as: Self.leader)
      #expect(form.status == 200 && form.text.contains("待试算地点"))
      let asked = "&places._count=1&places.0.region=360482&places.0.category=water"
      let answer = try await counter.form(path, Self.seals(form.text) + asked, as: Self.leader)
      #expect(answer.status == 200 && answer.text.contains("分派结果") && answer.text.contains("eco-360482"))
      #expect(try await counter.page(path, as: Self.finance).status == 403)
    }
  }

  @Test func `every field and choice of every form has words in both languages`() async throws {
    try await counter { _, counter, id in
      let paths = ["/v1/petitions/{id}", "/v1/routing/"]
      for action in PetitionActions.all where paths.contains(where: action.route.path.hasPrefix) {
        let path = action.route.path.replacing("/v1/", with: "/pages/").replacing("{id}", with: id)
        let page = try await counter.page(path, as: Self.leader)
        #expect(page.status == 200, "\(path)")
        #expect(!page.text.contains("spellcheck=\"false\""), "\(path) has a field that is no field")
        for part in page.text.split(separator: "<label for=\"").dropFirst() {
          let label = part.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
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
    let book = try PetitionPages.desk(settings: .init()) { _ in throw Problem.unauthenticated }.book
    let codes = try OpenAPIDocument(Application.http).json()["x-problems"]?.object?.members.map(\.name) ?? []
    #expect(codes.count > 90)
    #expect(codes.filter { !book.hasWords(forRefusal: $0) } == [])
  }

  @Test func `an address without a page is answered by a page, in the reader's language`() async throws {
    try await counter { _, counter, _ in
      let page = try await counter.page("/pages/nothing", as: Self.leader)
      #expect(page.status == 404 && page.headers[.contentType] == "text/html; charset=utf-8")
      #expect(page.text.contains("没有这一项，或不对您开放") && page.text.contains("href=\"/pages/board\""))
      let english = try await counter.page("/pages/nothing?lang=en", as: Self.leader)
      #expect(english.text.contains("There is no such resource") && !english.text.contains("没有这一项"))
    }
  }
}
