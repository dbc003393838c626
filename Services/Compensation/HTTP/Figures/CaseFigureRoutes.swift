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
    let month = String(ShanghaiTime.day(of: runner.now).description.prefix(7))
    guard let period = FigurePeriod(query.text("period") ?? month) else {
      throw QueryReader.invalid(
        "period", "2024, 2024-Q1, 2024-02, 2024-02-15 or 2024-02-15/2024-03-20, at most ten years")
    }
    let regions = try query.regions(for: principal)
    var question = CaseFigureQuestion(period: period, regions: regions, department: query.text("department"))
    switch query.text("by") {
    case nil: question.grouping = .none
    case "department": question.grouping = .department
    case "source": question.grouping = .source
    case "region":
      // The divisions just below the highest that is asked for.
      let significant = regions.map { RegionSpan($0).significant }.min() ?? 0
      question.grouping = .region(digits: min(6, significant + 2))
    default: throw QueryReader.invalid("by", "region, department or source")
    }
    return question
  }
}
