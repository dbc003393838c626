import Hummingbird
import ServiceKit

/// How the four services stand, side by side, and what flows between them: told anew every few seconds.
struct OperationsPage: Sendable {
  static let path = "/pages/operations"
  static let title = PageText("运行状况", "Operations")
  static let roles: Set<Role> = [.operator, .auditor]

  private let rates = FlowRates()

  func register(on pages: PageRoutes) {
    pages.get("operations") { visit in
      try Self.admit(visit)
      let now = visit.mustache(try await look(visit))
      return visit.show(
        "operations", Self.title, ["now": visit.desk.book.main("operations-now", now, for: visit.reader)])
    }
    pages.get("operations/live") { visit in
      try Self.admit(visit)
      return try visit.watch("operations-now", every: 3) { try await look($0) }
    }
  }

  /// A stream that has begun can refuse nobody.
  private static func admit(_ visit: PageVisit) throws {
    guard !roles.isDisjoint(with: visit.principal.roles) else { throw Problem.notAllowed(visit.reader) }
  }

  private func look(_ visit: PageVisit) async throws -> [String: any Sendable] {
    let looks = try await ServiceLook.all(visit)
    var flow: [String: String] = [:]
    var services: [[String: any Sendable]] = []
    for look in looks {
      let found = look.status.map { rates.take(look.name, $0) } ?? [:]
      let view = ServiceView(look: look, rates: found, words: visit.words, language: visit.reader.language)
      services.append(view.values)
      flow.merge(view.flow) { first, _ in first }
    }
    return ["services": services, "flow": flow]
  }
}
