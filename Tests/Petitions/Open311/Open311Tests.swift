import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Postgres
import ServiceKit
import ServiceSupport
import Testing

@testable import Petitions

@Suite("Open311 GeoReport v2")
struct Open311Tests {
  private let now: Date
  private let root = Open311Routes.root
  private let leader = Person("zhao.min")

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  private func counter(_ body: @escaping @Sendable (Desk, Counter) async throws -> Void) async throws {
    let place = Open311Jurisdiction(
      region: try RegionCode("360400"), id: "jiujiang.example", channel: .platform12369, contact: nil)
    try await Desk.with(at: now, open311: place) { desk in
      try await Counter.with(desk) { try await body(desk, $0) }
    }
  }

  private func post(_ form: String, _ counter: Counter, format: String = "json") async throws -> CounterAnswer {
    try await counter.form("\(root)/requests.\(format)", form)
  }

  private func codes(_ counter: Counter, _ query: String) async throws -> [String?]? {
    try await counter.get("\(root)/requests.json?\(query)", as: nil).json.array?.map { $0["service_code"]?.string }
  }

  private let report = "api_key=hotline&service_code=water&address_string=East+Street&description=black+water"

  @Test func `services and their definitions are found in both formats`() async throws {
    try await counter { desk, counter in
      let services = try await counter.get("\(root)/services.json?jurisdiction_id=jiujiang.example", as: nil)
      #expect(services.json.array?.count == Category.allCases.count)
      #expect(services.json.array?.first?["service_name"]?.string == "大气污染")
      let english = try await counter.get("\(root)/services.xml", as: nil, headers: ["Accept-Language": "en"])
      #expect(english.headers[.contentType] == "text/xml; charset=utf-8")
      #expect(english.text.contains("<services><service><service_code>air</service_code><service_name>Air pollution<"))
      let definition = try await counter.get("\(root)/services/water.json", as: nil)
      #expect(
        definition.json["attributes"]?.array?.map { $0["code"]?.string } == ["POLLUTER", "OCCURRED_AT", "SECRET"])
      let discovery = try await counter.get("\(root)/discovery.xml", as: nil)
      #expect(discovery.text.contains("<specification>http://wiki.open311.org/GeoReport_v2</specification>"))
    }
  }

  @Test func `a report becomes a petition, is found by its number, and its steps are its updates`() async throws {
    try await counter { desk, counter in
      let posted = try await post(report, counter)
      #expect(posted.status == 200)
      let number = try #require(posted.json.array?.first?["service_request_id"]?.string)
      let token = try await counter.get("\(root)/tokens/\(number).json", as: nil)
      #expect(token.json.array?.first?["service_request_id"]?.string == number)
      var found = try await counter.get("\(root)/requests/\(number).json", as: nil)
      #expect(found.json.array?.count == 1 && found.json.array?.first?["status"]?.string == "open")
      // The complainant's words stay inside; what goes out was approved.
      #expect(found.json.array?.first?["description"] == .null && !found.text.contains("black"))
      let path = "/v1/petitions/\(number)"
      let id = try #require(try await counter.get(path, as: leader).json["petitionId"]?.string)
      #expect(try await counter.post("/v1/petitions/\(id)/accept", [:], as: leader).status == 200)
      found = try await counter.get("\(root)/requests/\(number).xml", as: nil)
      #expect(found.text.contains("<status_notes>已受理。</status_notes>"))
      // Sixty days from acceptance; 14 April 2024 is a Sunday.
      #expect(found.text.contains("<expected_datetime>2024-04-15T16:00:00Z</expected_datetime>"))
      let updates = try await counter.get("\(root)/servicerequestupdates.json?service_request_id=\(number)", as: nil)
      #expect(updates.json.array?.map { $0["status"]?.string } == ["investigating"])
      let all = try await counter.get("\(root)/servicerequestupdates.xml?end_date=2024-02-16T00:00:00Z", as: nil)
      #expect(all.text.contains("<service_request_updates><request_update><update_id>") && all.text.contains(number))
    }
  }

  @Test func `lists go by time, service and status, the newest first, page by page`() async throws {
    try await counter { try await pages($0, $1) }
  }

  private func pages(_ desk: Desk, _ counter: Counter) async throws {
    for (index, code) in ["water", "air", "water", "noise"].enumerated() {
      desk.clock.move(to: now.addingTimeInterval(Double(index) * 60))
      let form = "api_key=hotline&service_code=\(code)&address_string=x&description=number+\(index)"
      #expect(try await post(form, counter).status == 200)
    }
    desk.clock.move(to: now.addingTimeInterval(600))
    #expect(try await codes(counter, "") == ["noise", "water", "air", "water"])
    #expect(try await codes(counter, "service_code=water,air") == ["water", "air", "water"])
    #expect(try await codes(counter, "page_size=3&page=2") == ["water"])
    #expect(try await codes(counter, "status=closed") == [])
    #expect(try await codes(counter, "status=open,closed&page_size=1") == ["noise"])
    #expect(try await codes(counter, "start_date=2023-12-01T00:00:00Z&end_date=2023-12-31T00:00:00Z") == [])
  }

  @Test func `a petition for which secrecy was asked is nowhere shown`() async throws {
    try await counter { desk, counter in
      let posted = try await post(report + "&attribute[SECRET]=yes", counter)
      let number = try #require(posted.json.array?.first?["service_request_id"]?.string)
      desk.clock.move(to: now.addingTimeInterval(60))
      let known = try await counter.get("\(root)/requests/\(number).json", as: nil)
      let unknown = try await counter.get("\(root)/requests/2024-360400-0000-0000-0000.json", as: nil)
      #expect(known.status == 404 && known.text == unknown.text)
      #expect(try await counter.get("\(root)/tokens/\(number).json", as: nil).status == 404)
      #expect(try await counter.get("\(root)/requests.json", as: nil).json == [])
      #expect(try await counter.get("\(root)/requests.json?service_request_id=\(number)", as: nil).json == [])
      let id = try #require(try await counter.get("/v1/petitions/\(number)", as: leader).json["petitionId"]?.string)
      #expect(try await counter.post("/v1/petitions/\(id)/accept", [:], as: leader).status == 200)
      for query in ["", "?service_request_id=\(number)"] {
        #expect(try await counter.get("\(root)/servicerequestupdates.json\(query)", as: nil).json == [])
      }
    }
  }

  @Test func `a petition that was handed over in the secret mode is shown no longer, nor published`() async throws {
    try await counter { desk, counter in
      let number = try await reported(counter)
      let path = "/v1/petitions/\(try await id(number, counter))"
      #expect(try await counter.post("\(path)/accept", [:], as: leader).status == 200)
      let seen = ["If-Match": try await counter.get(path, as: leader).tag]
      let draft: JSON = ["text": "小区附近的河水有异味。"]
      let drafted = try await counter.send(.put, "\(path)/summary", as: leader, draft, headers: seen)
      let approval = ["If-Match": drafted.tag]
      let approved = try await counter.send(.post, "\(path)/approve-summary", as: leader, headers: approval)
      #expect(approved.status == 200, "\(approved.text)")
      let transfer: JSON = ["to": "eco-360482", "toRegion": "360482", "secret": true]
      #expect(try await counter.post("\(path)/transfer", transfer, as: leader).status == 200)
      desk.clock.move(to: now.addingTimeInterval(60))
      #expect(try await counter.get("\(root)/requests/\(number).json", as: nil).status == 404)
      for list in ["requests", "servicerequestupdates"] {
        for query in ["", "?service_request_id=\(number)"] {
          let seen = try await counter.get("\(root)/\(list).json\(query)", as: nil)
          #expect(seen.status == 200 && seen.json == [], "\(list)\(query)")
        }
      }
    }
  }

  @Test func `a merged request is a duplicate, and the one that leads is not`() async throws {
    try await counter { desk, counter in
      let (own, lead) = (try await reported(counter), try await reported(counter))
      let leading = try await id(lead, counter)
      #expect(try await counter.post("/v1/petitions/\(leading)/accept", [:], as: leader).status == 200)
      let other: JSON = ["otherId": .string(leading)]
      let merged = try await counter.post("/v1/petitions/\(try await id(own, counter))/merge", other, as: leader)
      #expect(merged.status == 200, "\(merged.text)")
      let updates = try await counter.get(
        "\(root)/servicerequestupdates.json?service_request_id=\(own),\(lead)", as: nil)
      let told = updates.json.array?.map { [$0["service_request_id"]?.string, $0["status"]?.string] }
      #expect(told?.filter { $0.last == "duplicate" } == [[own, "duplicate"]])
    }
  }

  @Test func `what a refusal and an answer come to is told by codes alone`() {
    func progress(_ step: String, _ detail: JSON) -> Open311Progress? { Open311Progress(step: step, detail: detail) }
    #expect(progress("refuse", Refuse(reason: .notCompetent).json) == .notResponsible)
    #expect(progress("refuse", Refuse(reason: .unclear).json) == .noFurtherAction)
    #expect(progress("conclude", Conclude(verdict: .support).json) == .fixed)
    #expect(progress("conclude", Conclude(verdict: .explain).json) == .noFurtherAction)
    #expect(progress("verify", [:]) == nil && progress("withdraw", [:]) == nil)
    for step in Open311Progress.steps where step != "merged" { #expect(progress(step, [:]) != nil, "\(step)") }
  }

  /// A new report; answers its number.
  private func reported(_ counter: Counter) async throws -> String {
    try #require(try await post(report, counter).json.array?.first?["service_request_id"]?.string)
  }

  private func id(_ number: String, _ counter: Counter) async throws -> String {
    try #require(try await counter.get("/v1/petitions/\(number)", as: leader).json["petitionId"]?.string)
  }

  @Test func `refusals have the form of the specification, and nothing of what is refused is kept`() async throws {
    try await counter { desk, counter in
      let foreign = try await counter.get("\(root)/services.json?jurisdiction_id=elsewhere", as: nil)
      #expect(foreign.status == 404 && foreign.json.array?.first?["code"]?.integer == 404)
      #expect(foreign.json.array?.first?["description"]?.string == "jurisdiction_id provided was not found")
      let nobody = try await post("service_code=water&address_string=x&description=y", counter, format: "xml")
      #expect(nobody.status == 403)
      #expect(nobody.text.contains("<errors><error><code>403</code><description>api_key is missing or not valid<"))
      #expect(try await post("api_key=agency&service_code=water&address_string=x&description=y", counter).status == 403)
      #expect(try await post("api_key=hotline&service_code=water&description=y", counter).status == 400)
      #expect(try await counter.get("\(root)/services/taxi.json", as: nil).status == 404)
      #expect(try await counter.get("\(root)/services/air", as: nil).status == 404)
      #expect(try await counter.get("\(root)/requests.json?page_size=1001", as: nil).status == 400)
      #expect(try await counter.get("\(root)/requests.json?status=lost", as: nil).status == 400)
      #expect(try await desk.count("select count(*) from petition") == 0)
    }
  }
}
