import Contracts
import Hummingbird
import NIOHTTP1
import ServiceKit
import ServiceSupport
import Support
import Testing

@testable import Notifications

/// The OpenAPI document held against the service itself.
@Suite("The HTTP contract of this service")
struct HTTPContractTests {
  @Test func `every route is described, and nothing that is not there`() async throws {
    let operations = try APIContract.operations(of: Application.self)
    try await Office.with { office in
      let routes = APIContract.routes(of: office.application)
      #expect(APIContract.differences(operations, from: routes) == [])
      // A route that is left out, and one that is made up, are found.
      #expect(!APIContract.differences(Array(operations.dropFirst()), from: routes).isEmpty)
      #expect(!APIContract.differences(operations, from: Array(routes.dropLast())).isEmpty)
    }
  }

  @Test func `whoever may call a route, and the parameters it knows, are those described`() async throws {
    let operations = try APIContract.operations(of: Application.self)
    try await Office.with { office in
      try await Served.with(office) { call in
        let faults = try await APIContract.probe(operations) { method, uri, roles, hasBody in
          let answer = try await call(
            HTTPMethod(rawValue: method), String(uri.dropFirst()), roles.map { "probe \($0) 360000" } ?? "",
            hasBody ? [:] : nil)
          return APIContract.Answer(
            status: answer.status, code: answer.body["code"]?.string, detail: answer.body["detail"]?.string ?? "",
            remedy: answer.body["remedy"]?.string ?? "")
        }
        #expect(faults == [])
      }
    }
  }

  @Test func `each role is let at what is in its region, and kept from the rest`() async throws {
    let operations = try APIContract.operations(of: Application.self)
    try await Office.with { office in
      let address = "http://127.0.0.1:9/water-bureau"
      let (id, _) = try await office.subscribe(address, regions: ["360400"])
      try await office.take([Fixtures.note()])
      let guarded = APIContract.Guarded(ids: ["id": id.lowercased], marks: [address, "360482-24-000017"])
      try await Served.with(office) { call in
        let send = { (attempt: APIContract.Attempt) in
          let answer = try await call(
            HTTPMethod(rawValue: attempt.method), String(attempt.uri.dropFirst()),
            "probe \(attempt.role) \(attempt.isInside ? "360400" : "321100")", attempt.body)
          return APIContract.AccessAnswer(
            status: answer.status, code: answer.body["code"]?.string, text: answer.body.text)
        }
        var faults = try await APIContract.injectionFaults(operations, ids: guarded.ids, send: send)
        // Operators run the service everywhere.
        faults += try await APIContract.accessFaults(operations, to: guarded, boundless: ["operator"], send: send)
        #expect(faults == [])
      }
    }
  }

  @Test func `nothing that was released breaks, examples are what they stand for, and answers have types`() throws {
    let document = try OpenAPIDocument(Application.http).json()
    let released = try ReleasedContract(named: "notifications")
    #expect(released.operations.count > 50)
    #expect(APIComparison(released: released, today: ReleasedContract(openAPI: document)).breaks == [])
    let contract = try APIContract(document.bytes)
    #expect(contract.faultsOfExamples == [])
    // Documents of other standards.
    #expect(contract.loose == ["GET /asyncapi.json", "GET /openapi.json", "GET /schemas/{type}"])
  }
}
