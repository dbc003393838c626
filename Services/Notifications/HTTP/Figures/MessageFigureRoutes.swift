import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Figures of messages and webhooks over HTTP, as JSON or CSV.
struct MessageFigureRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let compile: CompileMessageFigures

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/figures") { request, context in
      let question = try question(request, context)
      let report = try await runner.read { try await compile(question, on: $0) }
      guard try request.wantsCSV else {
        return JSONResponse(MessageFigureView.json(report)).response(from: request, context: context)
      }
      return MessageFigureView.csv(report).response(from: request, context: context)
    }
  }

  /// What is asked, within the caller's regions. Without a period, the month that it really is.
  private func question(_ request: Request, _ context: ServiceRequestContext) throws -> MessageFigureQuestion {
    let principal = try MessageRoutes.reader(context)
    let query = try QueryReader(
      request, allowing: ["period", "region", "channel", "audience", "contacts", "by", "format"])
    let period = try query.figurePeriod(orMonthOf: Date())
    let regions = try query.regions(for: principal)
    var question = MessageFigureQuestion(period: period, regions: regions)
    question.channel = try query.code("channel")
    question.audience = try query.code("audience")
    question.isContact = try query.flag("contacts")
    switch query.text("by") {
    case nil: question.grouping = .none
    case "channel": question.grouping = .channel
    case "audience": question.grouping = .audience
    case "contact": question.grouping = .contact
    case "region": question.grouping = .region(digits: RegionSpan.digitsBelow(regions))
    default: throw QueryReader.invalid("by", "channel, audience, contact or region")
    }
    return question
  }
}
