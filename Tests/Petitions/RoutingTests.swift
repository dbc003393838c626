import Civics
import Contracts
import Testing

@testable import Petitions

@Suite("Routing")
struct RoutingTests {
  private let table: RoutingTable

  init() throws {
    func row(_ node: RoutingNode?, _ unit: String, kind: String? = nil) -> RoutingTable.Row {
      RoutingTable.Row(node: node, kind: kind, unit: unit, name: unit)
    }
    table = RoutingTable(
      rows: [
        row(.region(try RegionCode("360400")), "city"),
        row(.region(try RegionCode("360400")), "city-radiation", kind: "radiation"),
        row(.region(try RegionCode("360425")), "county"),
        row(.area("360425001"), "town"),
        row(.area("360425001"), "town-noise", kind: "noise"),
        row(.area("360425001002"), "village"),
        row(.grid("YX-07"), "grid"),
        row(nil, "nowhere"), row(.grid("YX-07"), "second"), row(.grid("YX-08"), "odd", kind: "smell"),
      ], fallback: "petition-office")
  }

  private func unit(
    _ region: String, area: String? = nil, grid: String? = nil, _ category: Contracts.Category = .water
  ) throws -> String {
    table.route(RoutingPlace(region: try RegionCode(region), area: area, grid: grid), category).unit
  }

  @Test func `the lowest place wins, from the grid cell up to the city`() throws {
    #expect(try unit("360425", area: "360425001002", grid: "YX-07") == "grid")
    #expect(try unit("360425", area: "360425001002", grid: "YX-99") == "village")
    #expect(try unit("360425", area: "360425001009") == "town")
    #expect(try unit("360425", area: "360425001") == "town")
    #expect(try unit("360425", area: "360425009") == "county")
    #expect(try unit("360426") == "city")
  }

  @Test func `at one place a row for the kind wins, and a lower place wins over the kind`() throws {
    #expect(try unit("360425", area: "360425001", .noise) == "town-noise")
    #expect(try unit("360426", .radiation) == "city-radiation")
    #expect(try unit("360425", .radiation) == "county")
  }

  @Test func `what no row fits goes to the named fallback`() throws {
    let route = table.route(RoutingPlace(region: try RegionCode("321100")), .water)
    #expect(route.unit == "petition-office" && route.isFallback && route.name == nil)
    let found = table.route(RoutingPlace(region: try RegionCode("360425"), area: "360425001"), .noise)
    #expect(found.matched == "area 360425001, noise" && !found.isFallback)
  }

  @Test func `rows that can never be used are told`() {
    #expect(
      table.problems == [
        "row 8 names no region, area or grid", "row 9 is for grid YX-07 again: the row before it wins",
        "row 10 is for the kind smell, which there is not",
      ])
  }

  @Test func `Jiujiang's rows are usable, reach every county, and are read once`() throws {
    let rules = try Fixtures.rules(at: try Fixtures.instant(2024, 2, 15)).rules
    let book = RoutingBook()
    let table = try book.table(rules)
    #expect(table.problems.isEmpty)
    #expect(table.route(RoutingPlace(region: try RegionCode("360482")), .water).name == "共青城生态环境局")
    #expect(table.route(RoutingPlace(region: try RegionCode("321100")), .water).unit == "eco-360400")
    #expect(try book.table(rules) === table)
  }
}
