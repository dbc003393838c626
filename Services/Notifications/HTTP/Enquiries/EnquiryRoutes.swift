import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Questions of enterprises over HTTP: asked at any hour, owned by whoever was asked first until they are answered.
struct EnquiryRoutes: Sendable {
  static let textLimit = 8192
  static let titleLimit = 256

  /// What can be done with a question, as paths name it.
  private enum StepName: String, CaseIterable {
    case take
    case answer
    case transfer
    case handOver = "hand-over"
    case ask
    case close
  }

  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let open: OpenEnquiry
  let take: TakeEnquiryStep

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/enquiries") { request, context in try await list(request, context) }
    routes.get("v1/enquiries/{id}") { _, context in try await show(context) }
    routes.post("v1/enquiries") { request, context in try await ask(request, context) }
    for name in StepName.allCases {
      routes.post(RouterPath("v1/enquiries/{id}/\(name.rawValue)")) { request, context in
        try await step(name, request, context)
      }
    }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.enterprise, .clerk, .handler, .supervisor, .leader, .auditor)
    let query = try QueryReader(request, allowing: ["region", "status", "mine", "cursor", "limit"])
    let status: EnquiryStatus? = try query.code("status")
    let mine = try query.flag("mine") ?? false
    let page = try EntryPage(query, "enquiries of \(principal.has(.enterprise) ? principal.subject : "staff")")
    let scope: EnquiryStore.Scope =
      principal.has(.enterprise)
      ? .enterprise(principal.subject)
      : mine ? .owner(principal.subject) : .regions(try query.regions(for: principal))
    let found = try await runner.read {
      try await EnquiryStore.list(scope, status: status, before: page.last, limit: page.limit + 1, on: $0)
    }
    return page.response("enquiries", found, entry: \.entry) { EnquiryView.json($0) }
  }

  private func show(_ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.enterprise, .clerk, .handler, .supervisor, .leader, .auditor)
    let id = try PathID.read(context)
    let found: (Enquiry, [EnquiryPost])? = try await runner.read { connection in
      guard let enquiry = try await EnquiryStore.find(id, on: connection) else { return nil }
      return (enquiry, try await EnquiryStore.posts(of: id, on: connection))
    }
    guard let (enquiry, said) = found else { throw Self.missing }
    try Self.authorise(principal, over: enquiry)
    return Self.response(enquiry, posts: said)
  }

  private func ask(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.enterprise, .clerk, .handler, .supervisor, .leader)
    let body = try await request.json(context)
    let fields = try JSONFields(body, path: "body")
    let region = try fields.region("region")
    guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
    let isEnterprise = principal.has(.enterprise)
    let question = OpenEnquiry.Question(
      enterprise: isEnterprise ? principal.subject : try fields.subjectKey("enterprise"), region: region,
      title: try fields.text("title", limit: Self.titleLimit), text: try fields.text("text", limit: Self.textLimit),
      askedStaff: isEnterprise ? nil : principal.subject)
    return try await posts.answer(request, context, body: body) { work in
      Self.response(try await open(question, by: Caller(principal, context), work: work), status: .created)
    }
  }

  private func step(
    _ name: StepName, _ request: Request, _ context: ServiceRequestContext
  ) async throws -> JSONResponse {
    let principal =
      switch name {
      case .ask, .close: try context.require(.enterprise)
      case .handOver: try context.require(.leader)
      case .take, .answer, .transfer: try context.require(.clerk, .handler, .supervisor, .leader)
      }
    let id = try PathID.read(context)
    let match = try IfMatch(request)
    let body: JSON = name == .take || name == .close ? .null : try await request.json(context)
    let step = try Self.step(name, body)
    return try await posts.answer(request, context, body: body) { work in
      let enquiry = try await take(step, on: id, by: Caller(principal, context), work: work) { enquiry in
        try Self.authorise(principal, over: enquiry)
        try match.check(EntityTag(version: enquiry.version))
      }
      guard let enquiry else { throw Self.missing }
      return Self.response(enquiry)
    }
  }

  private static func step(_ name: StepName, _ body: JSON) throws -> EnquiryStep {
    switch name {
    case .take: return .take
    case .close: return .close
    case .answer: return .answer(try JSONFields(body, path: "body").text("text", limit: textLimit))
    case .ask: return .ask(try JSONFields(body, path: "body").text("text", limit: textLimit))
    case .transfer:
      let fields = try JSONFields(body, path: "body")
      return .transfer(
        region: try fields.region("region"), handler: try fields.optionalString("handler"),
        reason: try fields.text("reason", limit: titleLimit))
    case .handOver:
      let fields = try JSONFields(body, path: "body")
      return .handOver(owner: try fields.string("owner"), reason: try fields.text("reason", limit: titleLimit))
    }
  }

  /// An enterprise sees its own; staff those of their regions, where they were asked or where they are handled.
  private static func authorise(_ principal: Principal, over enquiry: Enquiry) throws {
    if principal.has(.enterprise) {
      // Others' questions are not even known to exist.
      guard enquiry.enterprise == principal.subject else { throw missing }
    } else {
      guard principal.mayAct(in: enquiry.region) || principal.mayAct(in: enquiry.handledIn) else {
        throw Problem.regionForbidden(enquiry.handledIn)
      }
    }
  }

  static func response(
    _ enquiry: Enquiry, posts: [EnquiryPost]? = nil, status: HTTPResponse.Status = .ok
  ) -> JSONResponse {
    JSONResponse(
      EnquiryView.json(enquiry, posts: posts), status: status,
      headers: [
        .eTag: EntityTag(version: enquiry.version).description, .location: "/v1/enquiries/\(enquiry.id.lowercased)",
      ])
  }

  private static let missing = Problem.notFound("There is no question of this id.")
}
