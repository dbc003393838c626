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
      let report = try await report(try question(request, context, ["channel", "by"]))
      guard try request.wantsCSV else {
        return JSONResponse(FigureView.json(report)).response(from: request, context: context)
      }
      return FigureTable.csv(report).response(from: request, context: context)
    }
    routes.get("v1/figures/channels") { request, context in
      var asked = try question(request, context, [])
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
  /// - Parameter more: the parameters that only some of these routes know.
  private func question(
    _ request: Request, _ context: ServiceRequestContext, _ more: Set<String>
  ) throws -> FigureQuestion {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
    let query = try QueryReader(request, allowing: more.union(["period", "region", "kind", "format"]))
    let regions = try query.regions(for: principal)
    var question = FigureQuestion(period: try query.figurePeriod(orMonthOf: runner.now), regions: regions)
    question.channel = try query.code("channel", as: IntakeChannel.self)?.rawValue
    question.category = try query.code("kind", as: Category.self)?.rawValue
    switch query.text("by") {
    case nil: question.grouping = .none
    case "channel": question.grouping = .channel
    case "kind": question.grouping = .category
    case "region": question.grouping = .region(digits: RegionSpan.digitsBelow(regions))
    default: throw QueryReader.invalid("by", "region, channel or kind")
    }
    return question
  }
}
