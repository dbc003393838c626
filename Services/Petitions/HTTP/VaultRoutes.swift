import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// What is sealed: opening it, and finding by it. Each needs a role and a reason, and goes into the audit trail before
/// anything is answered. Answers are never kept for a request sent again.
struct VaultRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let identity: RevealIdentity
  let words: RevealWords
  let search: SearchByContact

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/petitions/{id}/identity") { request, context in
      let principal = try context.require(.supervisor, .leader)
      let id = try PetitionRoutes.id(context)
      let reason = try await Self.reason(request, context)
      let revealed = try await runner.run { work in
        try await identity(id, reason: reason, by: Caller(principal, context), work: work) { petition in
          try Self.authorise(principal, to: petition)
        }
      }
      guard let revealed else { throw PetitionRoutes.missing }
      return JSONResponse(revealed)
    }
    routes.post("v1/petitions/{id}/words") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader)
      let id = try PetitionRoutes.id(context)
      let reason = try await Self.reason(request, context)
      let revealed = try await runner.run { work in
        try await words(id, reason: reason, by: Caller(principal, context), work: work) { petition in
          try Self.authorise(principal, to: petition)
          if petition.isSecret, !principal.has(.supervisor, .leader) { throw Self.secret }
        }
      }
      guard let revealed else { throw PetitionRoutes.missing }
      return JSONResponse(revealed)
    }
    routes.post("v1/petitions/search") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader)
      let fields = try JSONFields(try await request.json(context), path: "body")
      let wanted = try Self.wanted(fields)
      let reason = try fields.text("reason", limit: 1024)
      let found = try await runner.run { work in
        try await search(
          wanted, in: principal.territory, reason: reason, by: Caller(principal, context), work: work)
      }
      return JSONResponse(["petitions": .array(found.map { PetitionView.shown($0, to: principal) })])
    }
  }

  private static func reason(_ request: Request, _ context: ServiceRequestContext) async throws -> String {
    let body = try await request.json(context)
    return try Self.fields(body).text("reason", limit: 1024)
  }

  private static func fields(_ body: JSON) throws -> JSONFields { try JSONFields(body, path: "body") }

  /// In the own region, and not behind a transfer in the secret mode.
  private static func authorise(_ principal: Principal, to petition: Petition) throws {
    guard principal.mayAct(in: petition.region) else { throw Problem.regionForbidden(petition.region) }
    guard petition.disclosure(to: principal.territory) == .whole else { throw secret }
  }

  private static let secret = Problem(
    status: 403, code: "petition-secret", title: "The petition is kept secret",
    detail: "The complainant asked for special secrecy, or the case was handed over in the secret mode.",
    remedy: "Work with the approved summary, or ask a supervisor of the bureau that handed the case over.")

  private static func wanted(_ fields: JSONFields) throws -> SearchByContact.Wanted {
    let phone = try fields.optionalString("phone", limit: 64)
    let email = try fields.optionalString("email", limit: 320)
    switch (phone, email) {
    case (let phone?, nil):
      if let wanted = SearchByContact.Wanted(.phone, phone) { return wanted }
      throw ContractViolation(.fieldFormat, field: "body.phone", message: "There are no digits in it.")
    case (nil, let email?):
      if let wanted = SearchByContact.Wanted(.email, email) { return wanted }
      throw ContractViolation(.fieldEmpty, field: "body.email")
    case (nil, nil): throw ContractViolation(.fieldMissing, field: "body.phone", message: "Give a phone or an email.")
    default: throw ContractViolation(.fieldConflict, field: "body.email")
    }
  }
}
