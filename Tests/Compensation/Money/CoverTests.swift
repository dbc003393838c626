import Civics
import Contracts
import FoundationEssentials
import ServiceSupport
import Testing

@testable import Compensation

/// Whether enterprises are insured (环境污染责任保险), one by one and by county.
@Suite("Insurance of enterprises")
struct CoverTests {
  private let leader = Person("zhao.min", "leader", regions: "321100")

  private func policy(_ number: String, _ from: String, _ through: String, holder: String = Fixtures.firm) throws
    -> InsurancePolicy
  {
    InsurancePolicy(
      id: UUID(),
      form: PolicyForm(
        number: number, region: "321102", holder: holder, insurers: ["中国人保"], coverage: [.ecologicalDamage],
        limitFen: 1, from: try .of(from), through: try .of(through)), updatedAt: Date())
  }

  @Test("cover goes on as long as one policy follows the other without a gap")
  func cover() throws {
    func through(_ day: String, _ policies: [InsurancePolicy]) throws -> String? {
      EnterpriseCover(holder: Fixtures.firm, day: try .of(day), policies: policies).through?.description
    }
    let year = try policy("P-1", "2025-01-01", "2025-12-31")
    let next = try policy("P-2", "2026-01-01", "2026-12-31")
    let late = try policy("P-3", "2027-01-02", "2027-12-31")
    #expect(try through("2025-06-01", [late, next, year]) == "2026-12-31")
    #expect(try through("2025-12-31", [year, late]) == "2025-12-31")
    #expect(try through("2024-12-31", [year]) == nil)
    #expect(try through("2025-06-01", []) == nil)
    #expect(try through("2027-01-01", [late]) == nil)
  }

  @Test func `a case, a county's table and the figures say who is insured, and until when`() async throws {
    try await Desk.with(at: try Fixtures.instant(2025, 3, 3), profile: "zhenjiang") { desk in
      try await Counter.with(desk) { counter in
        let id = try await desk.started("罚1").lowercased
        let path = "/v1/subjects/uscc%3A91350100M000100Y43/insurance"
        #expect(try await counter.get(path, as: leader).json["insured"] == false)
        let form: JSON = [
          "number": "P-1", "region": "321102", "holder": .string(Fixtures.firm), "insurers": ["中国人保"],
          "coverage": ["ecological-damage"], "limitFen": 10_000, "from": "2025-01-01", "through": "2025-12-31",
        ]
        #expect(try await counter.post("/v1/policies", form, as: leader).status == 201)
        let cover = try await counter.get(path, as: leader)
        #expect(cover.json["insured"] == true && cover.json["through"]?.string == "2025-12-31")
        #expect(cover.json["policies"]?.array?.count == 1)
        #expect(try await counter.get("\(path)?day=2026-01-01", as: leader).json["insured"] == false)
        #expect(try await counter.get("/v1/subjects/nobody/insurance", as: leader).status == 404)
        let shown = try await counter.get("/v1/cases/\(id)", as: leader)
        #expect(shown.json["insurance"]?["insured"] == true)
        let table = try await counter.get("/v1/county-tables/321102?format=csv", as: leader)
        #expect(table.text.contains("义务人是否投保,保险止期") && table.text.contains(",是,2025-12-31,"))
        let figures = try await counter.get("/v1/figures/insurance", as: leader)
        #expect(figures.json["countiesInsured"]?.integer == 1 && figures.json["counties"]?.integer == 6)
        let county = try #require(figures.json["byCounty"]?.array?.first)
        #expect(county["insured"]?.integer == 1 && county["name"]?.string == "京口区")
        let sheet = try await counter.get("/v1/figures/insurance?format=csv", as: leader)
        #expect(sheet.text.contains("321102,京口区,1"), "\(sheet.text)")
        let later = try await counter.get("/v1/figures/insurance?day=2026-06-01", as: leader)
        #expect(later.json["byCounty"]?.array == [] && later.json["countiesInsured"]?.integer == 0)
        let agency = Person("court", "agency", regions: "321100")
        #expect(try await counter.get("/v1/figures/insurance", as: agency).code == "role-missing")
      }
    }
  }
}
