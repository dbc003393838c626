import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit
import ServiceSupport
import Support
import Testing

@testable import Compensation

/// The OpenAPI document held against the service itself.
@Suite("The HTTP contract of this service")
struct HTTPContractTests {
  /// What stands in paths in the place of parameters.
  private static let ids = [
    "key": "uscc:91350100M000100Y43", "county": "610115", "region": "360400", "year": "2026", "number": "1",
  ]

  @Test func `every route is described, and nothing that is not there`() async throws {
    let operations = try APIContract.operations(of: Application.self)
    try await Desk.with(at: Date(timeIntervalSince1970: 1_708_000_000)) { desk in
      let routes = APIContract.routes(of: desk.application)
      #expect(APIContract.differences(operations, from: routes) == [])
      // A route that is left out, and one that is made up, are found.
      #expect(!APIContract.differences(Array(operations.dropFirst()), from: routes).isEmpty)
      #expect(!APIContract.differences(operations, from: Array(routes.dropLast())).isEmpty)
    }
  }

  @Test func `whoever may call a route, and the parameters it knows, are those described`() async throws {
    let operations = try APIContract.operations(of: Application.self)
    try await Desk.with(at: Date(timeIntervalSince1970: 1_708_000_000)) { desk in
      try await Counter.with(desk) { counter in
        let faults = try await APIContract.probe(operations, ids: Self.ids) {
          try await counter.probed($0, $1, $2, $3)
        }
        #expect(faults == [])
      }
    }
  }

  @Test func `each role is let at what is in its region, and kept from the rest`() async throws {
    let operations = try APIContract.operations(of: Application.self)
    let now = Date(timeIntervalSince1970: 1_708_000_000)
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.filing("罚1", at: now)])
      let found = try await desk.onlyCase()
      let guarded = APIContract.Guarded(
        ids: Self.ids.merging(["id": found.id.lowercased]) { $1 }, marks: [found.number])
      try await Counter.with(desk) { counter in
        let send = { try await counter.tried($0, at: "360400,350600") }
        var faults = try await APIContract.injectionFaults(operations, ids: guarded.ids, send: send)
        // An enterprise's cover is no matter of one region.
        faults += try await APIContract.accessFaults(
          operations, to: guarded, everywhere: ["GET /v1/subjects/{key}/insurance"], send: send)
        #expect(faults == [])
      }
    }
  }

  @Test func `nothing that was released breaks, examples are what they stand for, and answers have types`() throws {
    let document = try OpenAPIDocument(Application.http).json()
    let released = try ReleasedContract(named: "compensation")
    #expect(released.operations.count > 50)
    #expect(APIComparison(released: released, today: ReleasedContract(openAPI: document)).breaks == [])
    let contract = try APIContract(document.bytes)
    #expect(contract.faultsOfExamples == [])
    // Documents of other standards.
    #expect(contract.loose == ["GET /asyncapi.json", "GET /openapi.json", "GET /schemas/{type}"])
  }

  @Test func `whatever an assessment of damage is refused for stands in the document`() throws {
    let refusals: [DamageError] = [
      .outOfRange(field: "f", value: .zero, range: try #require(RatioInterval("[1, 2]")), source: "s"),
      .notInTable(field: "f", value: "v", known: []), .zeroLimit(field: "f"), .invalid(field: "f", reason: "r"),
      .tooLarge, .notSimple(amountFen: 2, limitFen: 1, reason: "r"), .fineUnknown(.discretion),
      .fineDiffers(basis: .discretion, toldFen: 1), .rule(.missing(key: "k", packs: [])),
    ]
    let route = try Application.http.cards().routes.first { $0.name == "POST /v1/cases/{id}/assess-damage" }
    let described = try #require(route).problems
    #expect(Set(refusals.map(\.problem.code)).subtracting(described) == [])
  }
}
