import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The inbox over HTTP (站内信): units, enterprises and agencies read what they are told, say that it came, and answer.
struct InboxRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let acknowledge: AcknowledgeMessage
  let answer: AnswerInboxItem

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/inbox") { request, context in try await list(request, context) }
    routes.get("v1/inbox/{id}") { _, context in
      let principal = try Self.reader(context)
      return JSONResponse(InboxView.json(try await find(try PathID.read(context), for: principal)))
    }
    routes.post("v1/inbox/{id}/read") { request, context in
      let (principal, id) = try (Self.owner(context), PathID.read(context))
      _ = try await find(id, for: principal)
      return try await posts.answer(request, context) { work in
        try await InboxStore.markRead(id, by: principal.subject, on: work.connection)
        return try await Self.shown(id, work)
      }
    }
    routes.post("v1/inbox/{id}/acknowledge") { request, context in
      let (principal, id) = try (Self.owner(context), PathID.read(context))
      _ = try await find(id, for: principal)
      return try await posts.answer(request, context) { work in
        let note = AcknowledgeMessage.Note(kind: .inbox, proof: "inbox:\(id.lowercased)")
        _ = try await acknowledge(id, note, by: Caller(principal, context), work: work) { _ in }
        return try await Self.shown(id, work)
      }
    }
    routes.post("v1/inbox/{id}/answer") { request, context in
      let principal = try context.require(.enterprise)
      let item = try await find(try PathID.read(context), for: principal)
      let body = try await request.json(context)
      let text = try JSONFields(body, path: "body").text("text", limit: EnquiryRoutes.textLimit)
      return try await posts.answer(request, context, body: body) { work in
        let enquiry = try await answer(item, text: text, by: Caller(principal, context), work: work)
        return EnquiryRoutes.response(enquiry, status: .created)
      }
    }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try Self.reader(context)
    let query = try QueryReader(request, allowing: ["region", "own", "unread", "unacknowledged", "cursor", "limit"])
    let own = try query.flag("own") ?? false
    let box = InboxAccess.box(of: principal, own: own, regions: try query.regions(for: principal))
    let (unread, open) = (try query.flag("unread") ?? false, try query.flag("unacknowledged") ?? false)
    let page = try EntryPage(query, "inbox of \(principal.subject)")
    let found = try await runner.read {
      try await InboxStore.list(
        box, unread: unread, unacknowledged: open, before: page.last, limit: page.limit + 1, on: $0)
    }
    return page.response("items", found, entry: \.entry) { InboxView.json($0) }
  }

  private func find(_ id: UUID, for principal: Principal) async throws -> InboxItem {
    guard let item = try await runner.read({ try await InboxStore.find(id, on: $0) }) else {
      throw InboxAccess.missing
    }
    try InboxAccess.check(item, for: principal)
    return item
  }

  private static func shown(_ id: UUID, _ work: UnitOfWork) async throws -> JSONResponse {
    guard let item = try await InboxStore.find(id, on: work.connection) else { throw InboxAccess.missing }
    return JSONResponse(InboxView.json(item))
  }

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.enterprise, .agency, .clerk, .handler, .supervisor, .leader, .auditor)
  }

  /// Who may say that something came: everybody but auditors, who change nothing.
  private static func owner(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.enterprise, .agency, .clerk, .handler, .supervisor, .leader)
  }
}
