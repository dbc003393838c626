import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Money that waits, goes back, or goes on to an insurer, over HTTP.
struct MoneyRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let assign: AssignWaitingMoney
  let pay: PayOut

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/payments/unassigned") { request, context in
      try context.require(.finance, .auditor, .leader)
      let query = try QueryReader(request, allowing: ["cursor", "limit"])
      let page = try EntryPage(query, "unassigned")
      let found = try await runner.read {
        try await SuspenseStore.list(after: page.last ?? 0, limit: page.limit + 1, on: $0)
      }
      return page.response("payments", found, entry: \.entry, view: EntryView.json)
    }
    routes.post("v1/payments/{id}/assign") { request, context in try await assign(request, context) }
    routes.post("v1/payments/{id}/refund") { request, context in
      try await order(request, context, missing: "Nothing waits under this payment.") {
        order, id, caller, work, check in
        try await pay.refund(waiting: id, order, by: caller, work: work, authorise: check)
      }
    }
    routes.post("v1/cases/{id}/refund") { request, context in
      try await order(request, context, missing: "There is no case of this id.") { order, id, caller, work, check in
        try await pay.refund(ofCase: id, order, by: caller, work: work, authorise: check)
      }
    }
    routes.post("v1/claims/{id}/remit") { request, context in
      try await order(request, context, missing: "There is no claim of this id.") { order, id, caller, work, check in
        try await pay.remit(claim: id, order, by: caller, work: work, authorise: check)
      }
    }
  }

  private func assign(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.finance)
    let payment = try CaseRoutes.id(context)
    let json = try await request.json(context)
    let fields = try JSONFields(json, path: "body")
    let caseId = try fields.uuid("caseId")
    let amount = try fields.optionalFen("amountFen", minimum: 1)
    let reason = try fields.text("reason", limit: 1024)
    return try await posts.answer(request, context, body: json) { work in
      let compensation = try await assign(
        payment: payment, to: caseId, amountFen: amount, reason: reason, by: Caller(principal, context), work: work
      ) { region in
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      }
      guard let compensation else {
        throw Problem.notFound("Nothing waits under this payment, or there is no such case.")
      }
      return JSONResponse(CaseView.line(compensation))
    }
  }

  private typealias Payment = (
    _ order: PayOut.Order, _ id: UUID, _ caller: Caller, _ work: UnitOfWork, _ authorise: (String) throws -> Void
  ) async throws -> LedgerEntry?

  private func order(
    _ request: Request, _ context: ServiceRequestContext, missing: String, _ pay: Payment
  ) async throws -> JSONResponse {
    let principal = try context.require(.finance)
    let id = try CaseRoutes.id(context)
    let json = try await request.json(context)
    let order = try PayOut.Order(json: json, path: "body")
    return try await posts.answer(request, context, body: json) { work in
      let entry = try await pay(order, id, Caller(principal, context), work) { region in
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      }
      guard let entry else { throw Problem.notFound(missing) }
      return JSONResponse(EntryView.json(entry), status: .created)
    }
  }
}
