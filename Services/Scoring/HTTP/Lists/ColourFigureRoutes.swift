import Civics
import Contracts
import Hummingbird
import Messaging
import ServiceKit

/// How many subjects have which colour, in all and by division.
struct ColourFigureRoutes: Sendable {
  let runner: UnitOfWorkRunner

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/colour-figures") { request, context in
      let principal = try SubjectRoutes.reader(context)
      let regions = try QueryReader(request, allowing: ["region"]).regions(for: principal)
      let counts = try await runner.read { try await ColourCounts.read(regions: regions, on: $0) }
      return JSONResponse(Self.json(counts, regions: regions))
    }
  }

  private static func json(_ counts: [ColourCount], regions: [String]) -> JSON {
    var object = tally(counts)
    object.set("regions", regions)
    object.set(
      "divisions",
      .array(
        Dictionary(grouping: counts, by: \.region).sorted { $0.key < $1.key }.map { region, counts in
          var division = tally(counts)
          division.set("region", region)
          division.set("regionName", (try? RegionCode(region))?.name)
          return .object(division)
        }))
    return .object(object)
  }

  /// All of them, and each colour by its name.
  private static func tally(_ counts: [ColourCount]) -> JSONObject {
    var object = JSONObject()
    object.set("subjects", counts.map(\.subjects).reduce(0, +))
    for colour in Colour.allCases {
      object.set(colour.rawValue, counts.filter { $0.colour == colour }.map(\.subjects).reduce(0, +))
    }
    return object
  }
}
