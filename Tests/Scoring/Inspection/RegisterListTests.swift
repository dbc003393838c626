import Contracts
import FoundationEssentials
import Hummingbird
import Postgres
import ServiceSupport
import Testing

@testable import Scoring

@Suite("Lists of units, inspectors and draws, page by page and as tables")
struct RegisterListTests {
  private let supervisor = Person("wang", "supervisor")

  @Test func `pages of draws join without a gap, the latest quarter first, and a table holds all of them`() async throws
  {
    try await Desk.with(at: try Fixtures.instant(2025, 12, 20), profile: "lintong") { desk in
      try await Counter.with(desk) { try await draws(desk, $0) }
    }
  }

  private func draws(_ desk: Desk, _ counter: Counter) async throws {
    for (region, quarter) in [("610115", "2026-Q1"), ("610115", "2026-Q2"), ("610116", "2026-Q1")] {
      let body: JSON = ["region": .string(region), "level": "county", "quarter": .string(quarter)]
      #expect(try await counter.post("/v1/inspection-draws", body, as: supervisor).status == 201)
    }
    var seen: [String] = []
    var path: String? = "/v1/inspection-draws?limit=1"
    while let next = path, seen.count < 9 {
      let page = try await counter.get(next, as: supervisor)
      #expect(page.status == 200)
      seen +=
        page.json["draws"]?.array?.map { "\($0["quarter"]?.string ?? "") \($0["region"]?.string ?? "")" } ?? []
      path = page.json["next"]?.string.map { "/v1/inspection-draws?limit=1&cursor=\($0)" }
    }
    #expect(seen == ["2026-Q2 610115", "2026-Q1 610115", "2026-Q1 610116"])
    let first = try await counter.get("/v1/inspection-draws?quarter=2026-Q1&status=committed", as: supervisor)
    #expect(first.json["draws"]?.array?.count == 2)
    #expect(try await counter.get("/v1/inspection-draws?status=drawn", as: supervisor).json["draws"] == [])
    #expect(try await counter.get("/v1/inspection-draws?quarter=2026", as: supervisor).status == 422)
    #expect(try await counter.get("/v1/inspection-draws?cursor=zz", as: supervisor).status == 422)
    let table = try await counter.get("/v1/inspection-draws?format=csv&limit=1", as: supervisor)
    #expect(lines(table.text) == 4 && table.text.contains("610116,县(市、区),2026-Q1,已承诺"))
    #expect(!table.text.contains(try await seed(desk)))
  }

  @Test func `units and inspectors go out as tables, and whom an inspector knows stays with the bureau`() async throws {
    try await Desk.with(at: try Fixtures.instant(2025, 12, 20), profile: "lintong") { desk in
      try await Counter.with(desk) { try await registers($0) }
    }
  }

  private func registers(_ counter: Counter) async throws {
    for number in 0..<3 {
      let unit: JSON = ["region": "610115", "inspectionClass": "key", "dailyEmissionGrams": 1_500]
      #expect(
        try await counter.send(.put, "/v1/units/site:610115:unit\(number)", as: supervisor, unit).status == 201)
      let inspector: JSON = ["region": "610115", "interests": ["site:610115:unit0"]]
      #expect(
        try await counter.send(.put, "/v1/inspectors/6101-\(number)", as: supervisor, inspector).status == 201)
    }
    let units = try await counter.get("/v1/units?format=csv&class=key", as: supervisor)
    #expect(lines(units.text) == 4 && units.text.contains("site:610115:unit2,610115,key,,,1500,是"))
    let inspectors = try await counter.get("/v1/inspectors?format=csv&limit=2", as: supervisor)
    #expect(lines(inspectors.text) == 4 && inspectors.text.contains("6101-2,610115,site:610115:unit0,是"))
    let agency = Person("procuratorate", "agency")
    #expect(try await counter.get("/v1/inspectors?format=csv", as: agency).status == 403)
    #expect(try await counter.get("/v1/units?format=pdf", as: supervisor).status == 422)
  }

  private func lines(_ text: String) -> Int { text.split(separator: "\r\n").count }

  private func seed(_ desk: Desk) async throws -> String {
    try #require(try await desk.pool.query("select seed from inspection_draw limit 1", as: String.self).first)
  }
}
