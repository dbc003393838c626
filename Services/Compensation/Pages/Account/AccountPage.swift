import Contracts
import Hummingbird
import Pages
import ServiceKit

/// The one account (一个账户): balances, money that waits, the latest projects, and the years with their audits.
struct AccountPage: Sendable {
  /// The account is the city's: who acts for a county only does not find it.
  static func link(in region: @escaping @Sendable () -> String?) -> PageLink {
    PageLink("/pages/account", PageText("赔偿金账户", "Account"), for: [.leader, .finance, .auditor], in: region)
  }

  func show(_ visit: PageVisit) async throws -> Response {
    let balances = try await visit.get("/v1/account/balances").json
    let waiting = try await visit.get("/v1/payments/unassigned", [("limit", "10")]).json
    let projects = try await visit.get("/v1/projects", [("limit", "10")]).json
    let years = try await visit.get("/v1/account/years").json
    let entries = try await visit.get("/v1/account/entries", [("limit", "10")]).json
    let money = (waiting["payments"]?.array ?? []).map { payment -> [String: any Sendable] in
      let links = visit.links(to: AccountActions.ofWaiting) { $0 == "id" ? payment["paymentId"]?.string : nil }
      return ["payment": Self.shown(payment, visit), "links": links]
    }
    return visit.show(
      "account", PageText("赔偿金账户", "The one account"),
      [
        "accounts": balances["accounts"] ?? [], "sumFen": balances["sumFen"] ?? .null, "waiting": money,
        "projects": projects["projects"] ?? [], "years": years["years"] ?? [], "entries": entries["entries"] ?? [],
        "actions": visit.links(to: [AccountActions.approve]) { _ in nil },
      ])
  }

  private static func shown(_ json: JSON, _ visit: PageVisit) -> (any Sendable)? {
    PageValue.values(json, words: visit.words, language: visit.reader.language)
  }
}
