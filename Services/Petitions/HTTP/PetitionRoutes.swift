import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Reading petitions, and opening what is sealed of one.
struct PetitionRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let rules: RuleBook
  let list: ListPetitions
  let find: FindPetition
  let reveal: RevealIdentity

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/petitions") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
      let filter = try filter(request, principal)
      let found = try await runner.read { try await list(filter, on: $0) }
      var object = JSONObject()
      object.set("petitions", .array(found.map(PetitionView.line)))
      if found.count >= filter.limit { object.set("after", found.last?.entry) }
      return JSONResponse(.object(object))
    }
    routes.get("v1/petitions/{id}") { request, context in
      try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
      let name = try context.parameters.require("id")
      let found = try await runner.read { connection -> (Petition, [JSON])? in
        guard let petition = try await find(name, on: connection) else { return nil }
        return (petition, try await find.history(of: petition, on: connection))
      }
      guard let (petition, history) = found else {
        throw Problem.notFound("There is no petition of this id or number.")
      }
      try context.require(.clerk, .handler, .supervisor, .leader, .auditor, region: petition.region)
      let required = PetitionRules(try rules.rules(at: runner.now)).requiresCallBack
      return JSONResponse(PetitionView.detail(petition, history: history, requiresCallBack: required))
    }
    routes.post("v1/petitions/{id}/identity") { request, context in
      let principal = try context.require(.supervisor, .leader)
      let id = try PetitionRoutes.id(context)
      let reason = try JSONFields(try await request.json(context), path: "body").text("reason", limit: 1024)
      let revealed = try await runner.run { work in
        try await reveal(id, reason: reason, by: Caller(principal, context), work: work) { region in
          try context.require(.supervisor, .leader, region: region)
        }
      }
      guard let revealed else { throw Problem.notFound("There is no petition of this id.") }
      return JSONResponse(revealed)
    }
  }

  static func id(_ context: ServiceRequestContext) throws -> UUID {
    guard let id = UUID(uuidString: try context.parameters.require("id")) else {
      throw Problem.notFound("A petition's id is a UUID.")
    }
    return id
  }

  private func filter(_ request: Request, _ principal: Principal) throws -> ListPetitions.Filter {
    let query = request.uri.queryParameters
    var filter = ListPetitions.Filter(regions: principal.regions.map(\.code))
    if let region = query["region"].map(String.init) {
      guard RegionScope(region) != nil else { throw Self.invalid("region", "six digits of GB/T 2260") }
      guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      filter.regions = [region]
    }
    if let status = query["status"].map(String.init) {
      guard let known = PetitionStatus(rawValue: status) else {
        throw Self.invalid("status", PetitionStatus.allCases.map(\.rawValue).joined(separator: ", "))
      }
      filter.status = known
    }
    if let after = query["after"] {
      guard let entry = Int64(after) else { throw Self.invalid("after", "the `after` of the page before") }
      filter.after = entry
    }
    if let limit = query["limit"] {
      guard let count = Int(limit), 1...ListPetitions.largestPage ~= count else {
        throw Self.invalid("limit", "1 to \(ListPetitions.largestPage)")
      }
      filter.limit = count
    }
    filter.isOverdue = query["overdue"] == "true"
    return filter
  }

  private static func invalid(_ name: String, _ expected: String) -> Problem {
    Problem(
      status: 422, code: "query-invalid", title: "A parameter of the query is wrong", detail: "Expected \(expected).",
      field: "query.\(name)")
  }
}
