import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Reading messages: lists, tables, one with its attempts, how it stands with a subject.
struct MessageRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let list: ListMessages
  let export: ExportList
  let state: FindSubjectState

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/messages") { request, context in
      let principal = try Self.reader(context)
      let query = try MessageQuery(request, principal)
      if try request.wantsCSV {
        return try await table(query, principal, context).response(from: request, context: context)
      }
      let page = try await runner.read { try await list(query.filter, on: $0) }
      var object = JSONObject()
      object.set("messages", .array(page.messages.map { .object(MessageView.line($0)) }))
      object.set("next", page.next.map(query.cursor))
      return JSONResponse(.object(object)).response(from: request, context: context)
    }
    routes.get("v1/messages/{id}") { _, context in
      let principal = try Self.reader(context)
      let id = try PathID.read(context)
      let found = try await runner.read { connection in
        (
          record: try await MessageRecordStore.find(id, on: connection),
          attempts: try await MessageRecordStore.attempts(at: id, on: connection)
        )
      }
      guard let record = found.record else { throw Problem.notFound("There is no message of this id.") }
      guard principal.mayAct(in: record.region) else { throw Problem.regionForbidden(record.region) }
      return JSONResponse(MessageView.detail(record, attempts: found.attempts))
    }
    routes.get("v1/subjects/{subject}/state") { _, context in
      let principal = try Self.reader(context)
      let subject = try Self.subject(context)
      let regions = principal.regions.map(\.code).sorted()
      let withDeliveries = principal.has(.operator, .leader, .auditor)
      let found = try await runner.read {
        try await state(subject, regions: regions, withDeliveries: withDeliveries, on: $0)
      }
      guard let found else { throw Problem.notFound("Nothing was told about this subject.") }
      return JSONResponse(MessageView.state(found))
    }
  }

  private func table(
    _ query: MessageQuery, _ principal: Principal, _ context: ServiceRequestContext
  ) async throws -> CSVStream {
    let caller = Caller(principal, context)
    try await runner.run { export.record("messages", query.canonical, by: caller, work: $0) }
    var filter = query.filter
    filter.limit = ListMessages.largestPage
    let (runner, list, whole) = (runner, list, filter)
    return CSVStream(fileName: "messages.csv", columns: MessageTable.columns) {
      let walk = ExportList.Walk<MessageFilter, MessageRecord>(whole) { filter in
        let page = try await runner.read { try await list(filter, on: $0) }
        return (
          page.messages,
          page.next.map { next in
            var rest = filter
            rest.after = next
            return rest
          }
        )
      }
      return { try await walk.next()?.map(MessageTable.row) }
    }
  }

  /// What a message is about, as the path has it: names of sites are written in Chinese, which arrives percent-encoded.
  private static func subject(_ context: ServiceRequestContext) throws -> String {
    let written = try context.parameters.require("subject")
    return URLComponents(string: "/" + written).map { String($0.path.dropFirst()) } ?? written
  }

  /// Whoever may read what was told to whom.
  @discardableResult
  static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .operator)
  }
}
