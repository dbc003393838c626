import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Figures of cases over HTTP, as JSON or CSV.
struct CaseFigureRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let compile: CompileCaseFigures

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/figures") { request, context in
      let question = try question(request, context)
      let report = try await runner.read { try await compile(question, on: $0) }
      guard try request.wantsCSV else {
        return JSONResponse(CaseFigureView.json(report)).response(from: request, context: context)
      }
      return CaseFigureView.csv(report).response(from: request, context: context)
    }
  }

  /// What is asked, within the caller's regions.
  private func question(_ request: Request, _ context: ServiceRequestContext) throws -> CaseFigureQuestion {
    let principal = try CaseRoutes.reader(context)
    let query = try QueryReader(request, allowing: ["period", "region", "department", "by", "format"])
    let period = try query.figurePeriod(orMonthOf: runner.now)
    let regions = try query.regions(for: principal)
    var question = CaseFigureQuestion(period: period, regions: regions, department: query.text("department"))
    switch query.text("by") {
    case nil: question.grouping = .none
    case "department": question.grouping = .department
    case "source": question.grouping = .source
    case "region": question.grouping = .region(digits: RegionSpan.digitsBelow(regions))
    default: throw QueryReader.invalid("by", "region, department or source")
    }
    return question
  }
}
