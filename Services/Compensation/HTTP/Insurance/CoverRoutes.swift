import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Whether enterprises are insured (环境污染责任保险), one by one and by county, over HTTP.
struct CoverRoutes: Sendable {
  let runner: UnitOfWorkRunner

  private static let columns = ["区划代码", "县(市、区)", "在保企业数"]

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/subjects/{key}/insurance") { request, context in
      try CaseRoutes.reader(context)
      let key = try SubjectPath.read(context).description
      let query = try QueryReader(request, allowing: ["day"])
      let day = try Self.day(query) ?? ShanghaiTime.day(of: runner.now)
      let cover = try await runner.read { try await CoverStore.covers(of: [key], on: day, on: $0)[key] }
      return JSONResponse(Self.json(cover ?? EnterpriseCover(holder: key, day: day, policies: [])))
    }
    routes.get("v1/figures/insurance") { request, context in
      let principal = try CaseRoutes.reader(context)
      let query = try QueryReader(request, allowing: ["region", "day", "format"])
      let regions = try query.regions(for: principal)
      let day = try Self.day(query) ?? ShanghaiTime.day(of: runner.now)
      let counts = try await runner.read { try await CoverStore.counts(in: regions, on: day, on: $0) }
      guard try request.wantsCSV else {
        return JSONResponse(Self.json(counts, regions, day)).response(from: request, context: context)
      }
      return CSVResponse(fileName: "insurance-\(day).csv", columns: Self.columns, rows: counts.map(Self.row))
        .response(from: request, context: context)
    }
  }

  private static func day(_ query: QueryReader) throws -> CivilDate? {
    try query.text("day").map { text in
      guard let day = CivilDate(text) else { throw QueryReader.invalid("day", "a day such as 2026-01-06") }
      return day
    }
  }

  private static func json(_ cover: EnterpriseCover) -> JSON {
    var object = cover.json.object ?? JSONObject()
    object.set("policies", .array(cover.policies.map { $0.form.json }))
    return .object(object)
  }

  /// Counties with at least one enterprise insured, of all that are asked about: 区域全覆盖 is all of them.
  private static func json(_ counts: [CoverCount], _ regions: [String], _ day: CivilDate) -> JSON {
    let counties = Counties.of(regions)
    let reached = Set(counts.filter { $0.insured > 0 }.map(\.region)).intersection(counties)
    var object = JSONObject()
    object.set("day", day.description)
    object.set("regions", regions)
    object.set("countiesInsured", Int64(reached.count))
    object.set("counties", Int64(counties.count))
    object.set(
      "coveragePercent",
      Share(numerator: Int64(reached.count), denominator: Int64(counties.count)).percent.map(JSON.number))
    object.set("byCounty", .array(counts.map(line)))
    return .object(object)
  }

  private static func line(_ count: CoverCount) -> JSON {
    var object = JSONObject()
    object.set("region", count.region)
    object.set("name", (try? RegionCode(count.region))?.name)
    object.set("insured", count.insured)
    return .object(object)
  }

  private static func row(_ count: CoverCount) -> [String] {
    [count.region, (try? RegionCode(count.region))?.name ?? "", String(count.insured)]
  }
}
