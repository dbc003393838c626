import Contracts
import Hummingbird
import ServiceKit

/// Intake of single complaints over HTTP, for systems without Kafka and for clerks.
struct IntakeRoutes: Sendable {
  let submit: SubmitComplaint

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/petitions") { request, context in
      let principal = try context.require(.hotline, .clerk, .handler, .supervisor, .leader)
      let body = try await request.json(context)
      let fields = try JSONFields(body, path: "body")
      let source = try fields.optionalString("source") ?? standardSource(principal)
      try admit(source, principal)
      let complaint = try ComplaintSubmitted(json: body, path: "body")
      let answer = try await submit(
        complaint, source: source, eventId: try fields.optionalString("eventId"), caller: Caller(principal, context))
      return response(answer)
    }
  }

  private func standardSource(_ principal: Principal) -> String {
    (principal.has(.hotline) ? "/hotline/" : "/staff/") + principal.subject
  }

  /// A hotline speaks in its own name alone: a petition's identity is made of its source.
  private func admit(_ source: String, _ principal: Principal) throws {
    let own = "/hotline/\(principal.subject)"
    guard principal.has(.clerk, .handler, .supervisor, .leader) || source == own || source.hasPrefix(own + "/") else {
      throw Problem(
        status: 403, code: "source-not-allowed", title: "The caller may not speak for this source",
        detail: "This token stands for \(own).", field: "body.source")
    }
  }

  /// 201 for a new petition, 200 for one that was there.
  private func response(_ answer: IntakeAnswer) -> JSONResponse {
    var object = JSONObject()
    object.set("status", code: answer.status)
    object.set("petitionId", answer.petition?.id)
    object.set("petitionNumber", answer.petition?.number)
    object.set("dueDates", answer.petition?.promisedAtReceipt)
    guard case .registered(let petition) = answer else { return JSONResponse(.object(object)) }
    return JSONResponse(
      .object(object), status: .created, headers: [.location: "/v1/petitions/\(petition.id.lowercased)"])
  }
}

extension Caller {
  init(_ principal: Principal, _ context: ServiceRequestContext) {
    self.init(
      subject: principal.subject, requestId: context.requestID, traceParent: context.traceParent,
      territory: principal.territory)
  }
}
