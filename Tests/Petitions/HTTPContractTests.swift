import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit
import Support
import Testing

@testable import Petitions

/// The OpenAPI document held against the service itself.
@Suite("The HTTP contract of this service")
struct HTTPContractTests {
  /// What stands in paths in the place of parameters.
  private static let ids = [
    "key": "uscc:91350100M000100Y43", "county": "610115", "region": "360400", "year": "2026", "number": "1",
  ]

  private static func operations() throws -> [APIContract.Operation] {
    let common = try APIContract(
      try OpenAPIDocument(HTTPContract(title: "", summary: "", parts: [])).json().bytes)
    return try APIContract(try OpenAPIDocument(Application.http).json().bytes).operations(beyond: common)
  }

  @Test func `every route is described, and nothing that is not there`() async throws {
    let operations = try Self.operations()
    let place = Open311Jurisdiction(
      region: try RegionCode("360400"), id: "jiujiang.test", channel: .platform12369, contact: nil)
    try await Desk.with(at: Date(timeIntervalSince1970: 1_708_000_000), open311: place) { desk in
      let service = ServiceRouter(configuration: HTTPConfiguration())
      desk.application.register(on: service.open.group(), open: service.open)
      #expect(APIContract.differences(operations, from: service.descriptions) == [])
      // A route that is left out, and one that is made up, are found.
      #expect(!APIContract.differences(Array(operations.dropFirst()), from: service.descriptions).isEmpty)
      #expect(!APIContract.differences(operations, from: Array(service.descriptions.dropLast())).isEmpty)
    }
  }

  @Test func `whoever may call a route, and the parameters it knows, are those described`() async throws {
    // Open311 refuses in a form of its own, without codes.
    let operations = try Self.operations().filter { !$0.path.hasPrefix("/open311/") }
    try await Desk.with(at: Date(timeIntervalSince1970: 1_708_000_000)) { desk in
      try await Counter.with(desk) { counter in
        let faults = try await APIContract.probe(operations, ids: Self.ids) { method, uri, roles, hasBody in
          let person = roles.map { Counter.Person("probe", $0, regions: "360000,610000,350000") }
          let answer = try await counter.send(
            HTTPRequest.Method(rawValue: method) ?? .get, uri, as: person, hasBody ? [:] : nil)
          return APIContract.Answer(
            status: answer.status, code: answer.code, detail: answer.json["detail"]?.string ?? "",
            remedy: answer.json["remedy"]?.string ?? "")
        }
        #expect(faults == [])
      }
    }
  }

  @Test func `each role is let at what is in its region, and kept from the rest`() async throws {
    let operations = try Self.operations().filter { !$0.path.hasPrefix("/open311/") }
    try await Desk.with(at: Date(timeIntervalSince1970: 1_708_000_000)) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint())])
      let petition = try #require(try await desk.petition("JJ-2024-0001"))
      let guarded = APIContract.Guarded(
        ids: Self.ids.merging(["id": petition.id.lowercased]) { $1 }, marks: [petition.number])
      try await Counter.with(desk) { counter in
        let send = { (attempt: APIContract.Attempt) in
          let person = Counter.Person("probe", attempt.role, regions: attempt.isInside ? "360400" : "321100")
          let answer = try await counter.send(
            HTTPRequest.Method(rawValue: attempt.method) ?? .get, attempt.uri, as: person, attempt.body)
          return APIContract.AccessAnswer(status: answer.status, code: answer.code, text: answer.text)
        }
        var faults = try await APIContract.injectionFaults(operations, ids: guarded.ids, send: send)
        faults += try await APIContract.accessFaults(operations, to: guarded, send: send)
        #expect(faults == [])
      }
    }
  }

  @Test func `nothing that was released breaks, examples are what they stand for, and answers have types`() throws {
    let document = try OpenAPIDocument(Application.http).json()
    let released = try ReleasedContract(named: "petitions")
    #expect(released.operations.count > 50)
    #expect(APIComparison(released: released, today: ReleasedContract(openAPI: document)).breaks == [])
    let contract = try APIContract(document.bytes)
    #expect(contract.faultsOfExamples == [])
    // Documents of other standards, and a body that may be one of three.
    #expect(
      contract.loose == [
        "GET /asyncapi.json", "GET /openapi.json", "GET /schemas/{type}", "POST /v1/petitions/dry-run",
      ])
  }
}
