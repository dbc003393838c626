import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Pages
import ServiceKit

/// Where the reader's counties stand: the funnel, the periods that end next, and the county's table of cases by node.
struct BoardPage: Sendable {
  static let link = PageLink("/pages", PageText("总览", "Board"), for: CompensationPages.readers)
  /// More counties than this are not listed for choice; the code is typed.
  private static let mostChoices = 200
  /// What most cases go through on their way; those that end at court or with an insurer leave it earlier.
  private static let stages: [CompensationStatus] = [
    .investigation, .assessment, .negotiation, .agreed, .performing, .evaluation,
  ]

  let now: @Sendable () -> Date

  func show(_ visit: PageVisit) async throws -> Response {
    let own = visit.principal.regions.map(\.code).sorted()
    let region = visit.query("region") ?? own.first ?? "000000"
    let today = ShanghaiTime.day(of: now())
    let year = visit.query("year") ?? String(today.year)
    var values: [String: any Sendable] = [
      "region": region, "regionName": visit.words.text("region.\(region)", visit.reader.language),
      "choices": choices(own, region, visit), "year": year,
    ]
    try await addFunnel(&values, region, year, visit)
    try await addClocks(&values, region, visit)
    try await addTable(&values, region, visit)
    values["flow"] = try await visit.get("/v1/flow").json["stages"]
    return visit.show("board", PageText("生态环境损害赔偿总览", "Compensation: the board"), values)
  }

  private func choices(_ own: [String], _ chosen: String, _ visit: PageVisit) -> [[String: any Sendable]] {
    let counties = Counties.of(own).subtracting(own).sorted()
    guard counties.count <= Self.mostChoices else { return [] }
    return (own + counties).map { code in
      [
        "value": code, "words": visit.words.text("region.\(code)", visit.reader.language),
        "isChosen": code == chosen,
      ]
    }
  }

  private func addFunnel(
    _ values: inout [String: any Sendable], _ region: String, _ year: String, _ visit: PageVisit
  ) async throws {
    let figures = try await visit.get("/v1/figures", [("region", region), ("period", year)]).json
    let measures = figures["total"]?["measures"]?.array ?? []
    func measure(_ measure: CaseMeasure) -> Int64 {
      measures.first { $0["code"]?.string == measure.rawValue }?["now"]?.integer ?? 0
    }
    func stage(_ stage: CompensationStatus) -> (label: String, count: Int64) {
      let found = figures["stages"]?.array?.first { $0["stage"]?.string == stage.rawValue }
      return (visit.words.text(stage.rawValue, in: "status", visit.reader.language), found?["now"]?.integer ?? 0)
    }
    let clues = PageText("线索", "Clues")[visit.reader.language]
    let filed = PageText("启动", "Started")[visit.reader.language]
    let closed = PageText("办结", "Closed")[visit.reader.language]
    let steps =
      [(label: clues, count: measure(.clues)), (label: filed, count: measure(.filed))]
      + Self.stages.map(stage) + [(label: closed, count: measure(.closed))]
    let title = PageText("从线索到办结", "From clue to closed")[visit.reader.language]
    values["funnel"] = FunnelPicture(title: title, steps: steps).svg
    values["funnelRows"] = steps.map { step -> [String: any Sendable] in
      ["label": step.label, "count": String(step.count)]
    }
  }

  private func addClocks(_ values: inout [String: any Sendable], _ region: String, _ visit: PageVisit) async throws {
    let soon = try await visit.get("/v1/cases", [("region", region), ("sort", "due"), ("limit", "12")]).json
    let late = try await visit.get("/v1/cases", [("region", region), ("overdue", "true"), ("limit", "12")]).json
    let moment = now()
    let lines = ((late["cases"]?.array ?? []) + (soon["cases"]?.array ?? [])).map { line -> [String: any Sendable] in
      let isOverdue = line["overdue"]?.bool == true
      var shown: [String: any Sendable] = [
        "caseId": line["caseId"]?.string ?? "", "caseNumber": line["caseNumber"]?.string ?? "",
        "statusWords": visit.words.text(line["status"]?.string ?? "", in: "status", visit.reader.language),
        "isLate": isOverdue, "colour": isOverdue ? "red" : "",
      ]
      if let clock = ClockView(line["nextDue"], at: moment, isOverdue: isOverdue) {
        shown.merge(clock.values) { $1 }
      }
      return shown
    }
    values["clocks"] = lines
  }

  private func addTable(_ values: inout [String: any Sendable], _ region: String, _ visit: PageVisit) async throws {
    let query = [("cursor", visit.query("cursor")), ("limit", "50")]
    let table = try await visit.get("/v1/county-tables/\(PagePath.part(region))", query).json
    values["nodes"] = CountyTableView.nodes.map { visit.words.text($0.rawValue, in: "status", visit.reader.language) }
    values["lines"] = (table["cases"]?.array ?? []).map { CountyLine(line: $0, visit: visit).values }
    if let next = table["next"]?.string {
      values["next"] = PagePath.query([("region", region), ("year", visit.query("year")), ("cursor", next)])
    }
  }
}
