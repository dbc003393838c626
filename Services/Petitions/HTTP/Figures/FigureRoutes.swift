import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Figures over HTTP: the nine indicators, and petitions by channel, each as JSON or CSV.
struct FigureRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let rules: RuleBook
  let compile: CompileFigures

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/figures") { request, context in
      let report = try await report(try question(request, context))
      guard try request.wantsCSV else {
        return JSONResponse(FigureView.json(report)).response(from: request, context: context)
      }
      return FigureTable.csv(report).response(from: request, context: context)
    }
    routes.get("v1/figures/channels") { request, context in
      var asked = try question(request, context)
      asked.grouping = .channel
      let report = try await report(asked)
      guard try request.wantsCSV else {
        return JSONResponse(ChannelView.json(report)).response(from: request, context: context)
      }
      return ChannelView.csv(report).response(from: request, context: context)
    }
  }

  private func report(_ question: FigureQuestion) async throws -> FigureReport {
    let rules = try figureRules()
    return try await runner.read { try await compile(question, rules: rules, on: $0) }
  }

  private func figureRules() throws -> FigureRules {
    do throws(RuleLookupError) {
      return try FigureRules(try rules.rules(at: runner.now))
    } catch {
      throw PetitionError.rule(error)
    }
  }

  /// What is asked, within the caller's regions.
  private func question(_ request: Request, _ context: ServiceRequestContext) throws -> FigureQuestion {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
    let query = request.uri.queryParameters
    let month = String(ShanghaiTime.day(of: runner.now).description.prefix(7))
    guard let period = FigurePeriod(query["period"].map(String.init) ?? month) else {
      throw Self.invalid("period", "2024, 2024-Q1, 2024-02, 2024-02-15 or 2024-02-15/2024-03-20, at most ten years")
    }
    var regions = principal.regions.map(\.code)
    if let region = query["region"].map(String.init) {
      guard RegionScope(region) != nil else { throw Self.invalid("region", "six digits of GB/T 2260") }
      guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      regions = [region]
    }
    var question = FigureQuestion(period: period, regions: regions)
    if let channel = query["channel"].map(String.init) {
      guard IntakeChannel(rawValue: channel) != nil else {
        throw Self.invalid("channel", IntakeChannel.allCases.map(\.rawValue).joined(separator: ", "))
      }
      question.channel = channel
    }
    if let kind = query["kind"].map(String.init) {
      guard Category(rawValue: kind) != nil else {
        throw Self.invalid("kind", Category.allCases.map(\.rawValue).joined(separator: ", "))
      }
      question.category = kind
    }
    question.grouping = try Self.grouping(query["by"].map(String.init), regions)
    return question
  }

  /// Groups by region are the divisions just below the highest that is asked for.
  private static func grouping(_ by: String?, _ regions: [String]) throws -> FigureQuestion.Grouping {
    switch by {
    case nil: return .none
    case "channel": return .channel
    case "kind": return .category
    case "region":
      let significant = regions.map { RegionSpan($0).significant }.min() ?? 0
      return .region(digits: min(6, significant + 2))
    default: throw invalid("by", "region, channel or kind")
    }
  }

  private static func invalid(_ name: String, _ expected: String) -> Problem {
    Problem(
      status: 422, code: "query-invalid", title: "A parameter of the query is wrong", detail: "Expected \(expected).",
      field: "query.\(name)")
  }
}
