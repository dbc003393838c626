import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Intake of complaints over HTTP, for systems without Kafka and for clerks: one, a batch, or a trial that keeps nothing.
struct IntakeRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let submit: SubmitComplaints
  let attempt: TryComplaints

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/petitions") { request, context in
      let principal = try IntakeRoutes.submitter(context)
      let body = try await request.json(context)
      let source = try IntakeSource.source(of: body, principal)
      let submission = IntakeRoutes.submission(body, path: "body")
      if case .failure(let violation) = submission.complaint { throw violation }
      return try await kept(request, context, body) { work in
        let answers = try await submit.take(
          [submission], source: source, caller: Caller(principal, context), work: work)
        guard let answer = answers.first else { throw Problem.internal }
        if case .rejected(let violation) = answer { throw IntakeRoutes.inBody(violation) }
        return IntakeView.response(answer)
      }
    }
    routes.post("v1/petitions/batch") { request, context in
      let principal = try IntakeRoutes.submitter(context)
      let body = try await request.json(context)
      let source = try IntakeSource.source(of: body, principal)
      let submissions = try IntakeRoutes.complaints(body).map { IntakeRoutes.submission($0, path: "data") }
      return try await kept(request, context, body) { work in
        let answers = try await submit.take(
          submissions, source: source, caller: Caller(principal, context), work: work)
        return JSONResponse(["results": .array(answers.map(IntakeView.result))])
      }
    }
    routes.post("v1/petitions/dry-run") { request, context in
      let principal = try IntakeRoutes.submitter(context)
      let trials = try IntakeRoutes.trials(try await request.json(context), principal)
      let outcomes = try await runner.read { try await attempt(trials, at: runner.now, on: $0) }
      return JSONResponse(["results": .array(outcomes.map(IntakeView.outcome))])
    }
  }

  /// Takes complaints in, once for each `Idempotency-Key`; too many at once are told to come back, and nothing is kept.
  private func kept(
    _ request: Request, _ context: ServiceRequestContext, _ body: JSON,
    _ work: (UnitOfWork) async throws -> JSONResponse
  ) async throws -> JSONResponse {
    try await submit.gate.pass { try await posts.answer(request, context, body: body, work) }
  }

  private static func submitter(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.hotline, .clerk, .handler, .supervisor, .leader)
  }

  /// The complaints of a batch: as many as there are, at most so many as may come at once.
  private static func complaints(_ body: JSON) throws -> [JSON] {
    let fields = try JSONFields(body, path: "body")
    guard let value = fields.value("complaints") else { throw fields.violation(.fieldMissing, "complaints") }
    guard let list = value.array else {
      throw fields.violation(.fieldType, "complaints", "Expected a list of complaints.")
    }
    guard !list.isEmpty else { throw fields.violation(.fieldEmpty, "complaints") }
    guard list.count <= SubmitComplaints.most else {
      throw fields.violation(.tooManyItems, "complaints", "At most \(SubmitComplaints.most) may come at once.")
    }
    return list
  }

  /// A complaint is read apart from the others: one that is none stops no other.
  private static func submission(_ json: JSON, path: String) -> SubmitComplaints.Submission {
    do throws(ContractViolation) {
      let fields = try JSONFields(json, path: path)
      return SubmitComplaints.Submission(
        complaint: .success(try ComplaintSubmitted(fields: fields)),
        eventId: try fields.optionalString("eventId"))
    } catch {
      return SubmitComplaints.Submission(complaint: .failure(error))
    }
  }

  /// A list as for a batch, one complaint, or one whole event as it would be put on the topic.
  private static func trials(_ body: JSON, _ principal: Principal) throws -> [TryComplaints.Trial] {
    if body["specversion"] != nil {
      let event = try CloudEventCodec.decode(value: body.bytes, headers: [])
      guard event.type == .complaintSubmitted else { throw ContractViolation(.typeUnknown, field: "type") }
      try IntakeSource.admit(event.source, principal)
      return [
        TryComplaints.Trial(data: try event.json(), source: event.source, eventId: event.id, time: event.time)
      ]
    }
    let source = try IntakeSource.source(of: body, principal)
    let list = body["complaints"] == nil ? [body] : try complaints(body)
    return list.map { TryComplaints.Trial(data: $0, source: source, eventId: $0["eventId"]?.string, time: nil) }
  }

  /// Over HTTP the data is the body.
  private static func inBody(_ violation: ContractViolation) -> ContractViolation {
    guard violation.field.hasPrefix("data.") else { return violation }
    var violation = violation
    violation.field = "body." + violation.field.dropFirst(5)
    return violation
  }
}

extension Caller {
  init(_ principal: Principal, _ context: ServiceRequestContext) {
    self.init(
      subject: principal.subject, requestId: context.requestID, traceParent: context.traceParent,
      territory: principal.territory)
  }
}
