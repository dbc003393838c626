import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The one account over HTTP: entries, balances, and what takes entries back.
struct AccountRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let rules: RuleBook
  let reverse: ReverseEntry

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/account/entries") { request, context in try await entries(request, context) }
    routes.get("v1/account/balances") { _, context in
      try readAccount(context)
      let balances = try await runner.read { try await BalanceStore.balances(on: $0) }
      return JSONResponse(Self.view(balances))
    }
    routes.get("v1/account/check") { _, context in
      try readAccount(context)
      return JSONResponse(try await check())
    }
    routes.post("v1/account/entries/{id}/reverse") { request, context in
      let principal = try context.require(.finance)
      let id = try CaseRoutes.id(context)
      let json = try await request.json(context)
      let reason = try JSONFields(json, path: "body").text("reason", limit: 1024)
      return try await posts.answer(request, context, body: json) { work in
        let entry = try await reverse(id, reason: reason, by: Caller(principal, context), work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
        guard let entry else { throw Problem.notFound("There is no entry of this id.") }
        return JSONResponse(EntryView.json(entry), status: .created)
      }
    }
  }

  /// The account is the city's: whoever reads it must act for the whole of it.
  @discardableResult
  private func readAccount(_ context: ServiceRequestContext) throws -> Principal {
    let principal = try context.require(.finance, .auditor, .leader)
    let region = try AccountRules(try rules.rules(at: runner.now), calendar: rules.calendar).region
    guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
    return principal
  }

  private func entries(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    try readAccount(context)
    let query = try QueryReader(
      request, allowing: ["year", "kind", "caseId", "projectId", "claimId", "cursor", "limit", "format"])
    var filter = EntryStore.Filter()
    filter.year = try query.integer("year", in: 2000...9999)
    filter.kind = try query.code("kind")
    filter.caseId = try Self.id("caseId", query)
    filter.projectId = try Self.id("projectId", query)
    filter.claimId = try Self.id("claimId", query)
    // A list of no case, project or claim is one of a year.
    if filter.year == nil, filter.caseId == nil, filter.projectId == nil, filter.claimId == nil {
      filter.year = ShanghaiTime.day(of: runner.now).year
    }
    let page = try EntryPage(query, "entries")
    filter.after = page.last ?? 0
    if try request.wantsCSV {
      let (runner, first) = (runner, filter)
      return CSVStream(fileName: "entries.csv", columns: EntryView.columns) {
        let walk = EntryWalk(first, runner: runner)
        return { try await walk.next()?.map(EntryView.row) }
      }.response(from: request, context: context)
    }
    filter.limit = page.limit + 1
    let asked = filter
    let found = try await runner.read { try await EntryStore.list(asked, on: $0) }
    return page.response("entries", found, entry: \.number, view: EntryView.json)
      .response(from: request, context: context)
  }

  /// The balances as they are kept beside the same added up again from every entry.
  private func check() async throws -> JSON {
    let (kept, counted) = try await runner.read { try await BalanceStore.compared(on: $0) }
    var object = JSONObject()
    object.set("kept", Self.view(kept))
    object.set("counted", Self.view(counted))
    object.set("agree", kept == counted)
    return .object(object)
  }

  private static func view(_ balances: [BalanceStore.Balance]) -> JSON {
    var object = JSONObject()
    object.set("accounts", .array(balances.map(EntryView.json)))
    object.set("sumFen", balances.reduce(Int64(0)) { $0 &+ $1.fen })
    return .object(object)
  }

  private static func id(_ name: String, _ query: QueryReader) throws -> UUID? {
    try query.text(name).map { text in
      guard let id = UUID(text: text) else { throw QueryReader.invalid(name, "a UUID") }
      return id
    }
  }
}

/// One walk through the entries, for a table.
private actor EntryWalk {
  private var filter: EntryStore.Filter
  private var isOver = false
  private let runner: UnitOfWorkRunner

  init(_ filter: EntryStore.Filter, runner: UnitOfWorkRunner) {
    self.filter = filter
    self.filter.limit = 500
    self.runner = runner
  }

  /// - Returns: nil after the last page.
  func next() async throws -> [EntryStore.Kept]? {
    guard !isOver else { return nil }
    let asked = filter
    let page = try await runner.read { try await EntryStore.list(asked, on: $0) }
    isOver = page.count < asked.limit
    filter.after = page.last?.number ?? asked.after
    return page
  }
}
