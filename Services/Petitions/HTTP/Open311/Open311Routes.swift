import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Open311 GeoReport v2, with its extension for updates, so that clients of 311 services work unchanged.
///
/// Everything that is shown is public; reporting needs a token of the bureau as `api_key`. A petition for which secrecy was
/// asked is nowhere shown, and its number answers like one that does not exist.
struct Open311Routes: Sendable {
  /// Where the paths of the specification begin.
  static let root = "/open311/v2"

  /// Whom an `api_key` stands for.
  typealias KeyCheck = @Sendable (_ key: String) async throws -> Principal

  let runner: UnitOfWorkRunner
  let jurisdiction: Open311Jurisdiction
  let list: ListServiceRequests
  let updates: ListRequestUpdates
  let submit: SubmitReport
  let check: KeyCheck

  func register(on open: RouterGroup<ServiceRequestContext>) {
    let group = open.group(RouterPath(Self.root))
    for format in Open311Format.allCases {
      group.get("discovery.\(format.rawValue)") { request, _ in
        let host = "\(request.head.scheme ?? "http")://\(request.head.authority ?? "localhost")"
        return format.response(Open311View.discovery(jurisdiction, root: host + Self.root), root: "discovery")
      }
      group.get("services.\(format.rawValue)") { request, _ in
        try await answered(request, root: "services") { _, language in
          .list(of: "service", Open311Service.all.map { Open311View.service($0, language) })
        }
      }
      group.get("requests.\(format.rawValue)") { request, _ in
        try await answered(request, root: "service_requests") { parameters, language in
          let found = try await requests(parameters)
          return .list(of: "request", found.map { Open311View.request($0, language) })
        }
      }
      group.post("requests.\(format.rawValue)") { request, context in try await report(request, context) }
      group.get("servicerequestupdates.\(format.rawValue)") { request, _ in
        try await answered(request, root: "service_request_updates") { parameters, language in
          let found = try await changes(parameters)
          return .list(of: "request_update", found.map { Open311View.update($0, language) })
        }
      }
    }
    group.get("services/{name}") { request, context in
      try await named(request, context, root: "service_definition") { code, language in
        guard let service = Open311Service(code: code) else { throw Open311Error.unknown("service_code") }
        return Open311View.definition(service, language)
      }
    }
    group.get("requests/{name}") { request, context in
      try await named(request, context, root: "service_requests") { number, language in
        guard let found = try await one(number) else { throw Open311Error.unknown("service_request_id") }
        return .list(of: "request", [Open311View.request(found, language)])
      }
    }
    group.get("tokens/{name}") { request, context in
      // A report has its number at once, and the number is its token.
      try await named(request, context, root: "service_requests") { number, _ in
        guard let found = try await one(number) else { throw Open311Error.unknown("token") }
        return .list(
          of: "request", [.object([("service_request_id", .text(found.number)), ("token", .text(found.number))])])
      }
    }
  }

  private func requests(_ parameters: Open311Parameters) async throws -> [Petition] {
    if let numbers = try Open311Query.numbers(parameters) {
      return try await runner.read { try await list.numbers(numbers, in: jurisdiction.region, on: $0) }
    }
    let query = try Open311Query.requests(parameters, now: runner.now)
    return try await runner.read { try await list(query, in: jurisdiction.region, on: $0) }
  }

  private func one(_ number: String) async throws -> Petition? {
    try await runner.read { try await list.numbers([number], in: jurisdiction.region, on: $0) }.first
  }

  private func changes(_ parameters: Open311Parameters) async throws -> [ListRequestUpdates.Update] {
    let numbers = try Open311Query.numbers(parameters)
    let window = try Open311Window(parameters, days: Open311Query.updateDays, now: runner.now)
    return try await runner.read { try await updates(window, of: numbers, in: jurisdiction.region, on: $0) }
  }

  private func report(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let body = try await request.bytes(context)
    return try await answered(request, root: "service_requests") { query, language in
      let type = request.headers[.contentType]?.lowercased().prefix { $0 != ";" && $0 != " " }
      guard type == nil || type == "application/x-www-form-urlencoded" else {
        throw Open311Error(status: 400, description: "the form must be application/x-www-form-urlencoded")
      }
      guard let text = String(validating: body, as: UTF8.self) else {
        throw Open311Error(status: 400, description: "the form is not UTF-8")
      }
      let form = try Open311Parameters(text).merging(query)
      try jurisdiction.check(form)
      let principal = try await reporter(form)
      let petition = try await submit(form, source: IntakeSource.own(principal), by: Caller(principal, context))
      return .list(of: "request", [Open311View.submitted(petition, language)])
    }
  }

  private func reporter(_ form: Open311Parameters) async throws -> Principal {
    guard let key = form["api_key"], let principal = try? await check(key) else {
      throw Open311Error(status: 403, description: "api_key is missing or not valid")
    }
    guard principal.has(.hotline, .clerk, .handler, .supervisor, .leader) else {
      throw Open311Error(status: 403, description: "api_key may not report")
    }
    return principal
  }

  private typealias Answer = (_ name: String, _ language: PublicLanguage) async throws -> Open311Value

  /// A path whose last part has a name and a format.
  private func named(
    _ request: Request, _ context: ServiceRequestContext, root: String, _ answer: Answer
  ) async throws -> Response {
    let part = try context.parameters.require("name")
    return try await answered(request, root: root) { _, language in
      try await answer(try Open311Format.split(part).name, language)
    }
  }

  /// Refusals in the form of the specification; what is wrong on our side stays a problem of this service.
  private func answered(
    _ request: Request, root: String,
    _ answer: (_ parameters: Open311Parameters, _ language: PublicLanguage) async throws -> Open311Value
  ) async throws -> Response {
    let format = Open311Format(path: request.uri.path)
    do {
      let parameters = try Open311Parameters(request.uri.query ?? "")
      try jurisdiction.check(parameters)
      let language = PublicLanguage(accepting: request.headers[.acceptLanguage])
      return format.response(try await answer(parameters, language), root: root)
    } catch let error as Open311Error {
      return format.response(error)
    }
  }
}
