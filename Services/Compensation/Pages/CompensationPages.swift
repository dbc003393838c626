import Contracts
import FoundationEssentials
import Hummingbird
import Pages
import ServiceKit

/// The pages of compensation: what people look at in a browser.
struct CompensationPages: Sendable {
  let desk: PageDesk
  /// The time of business, from which what is left of a period is counted.
  let now: @Sendable () -> Date

  /// What staff do on forms.
  static let actions =
    CaseActions.all + AccountActions.all + RegisterActions.all + ClaimActions.all + GroupActions.all

  /// - Parameter accountRegion: whose the account is, by the rules of the day.
  static func desk(
    settings: PagesConfiguration, accountRegion: @escaping @Sendable () -> String?,
    check: @escaping PageDesk.TokenCheck
  ) throws -> PageDesk {
    try PageDesk(
      service: .compensation, links: links(accountRegion), templates: templates, words: CompensationWords.all,
      refusals: RefusalBook(PackageResources.refusals_txt), look: look, contract: CompensationContract.whole,
      settings: settings, check: check)
  }

  /// Who may read cases, and what goes with them.
  static let readers: Set<Role> = [.clerk, .handler, .supervisor, .leader, .finance, .auditor]

  private static func links(_ accountRegion: @escaping @Sendable () -> String?) -> [PageLink] {
    let lists = [CaseLists.batches, ExpertLists.experts, ExpertLists.bodies, MoneyLists.policies, MoneyLists.claims]
    let cases = PageLink("/pages/cases", CaseLists.cases.title, for: readers)
    return [BoardPage.link, cases, FiguresPage.link, AccountPage.link(in: accountRegion)]
      + lists.map { PageLink("/pages/\($0.path)", $0.title, for: readers) }
      + [
        PageLink("/pages/\(ExpertLists.draws.path)", ExpertLists.draws.title, for: readers.union([.agency])),
        DispatchPage.link,
      ]
  }

  private static let templates = [
    "board": PackageResources.board_mustache, "case": PackageResources.case_mustache,
    "damage": PackageResources.damage_mustache, "paper": PackageResources.paper_mustache,
    "account": PackageResources.account_mustache, "figures": PackageResources.figures_mustache,
  ]

  private static let look = RecordLook(
    hidden: ["version", "sequence", "packSha256", "packVersion", "pack", "correlationId"],
    links: [
      "caseId": "/pages/cases/{}", "batchId": "/pages/batches/{}", "policyId": "/pages/policies/{}",
      "claimId": "/pages/claims/{}", "projectId": "/pages/projects/{}", "expertNumber": "/pages/experts/{}",
      "bodyKey": "/pages/appraisal-bodies/{}", "drawId": "/pages/expert-draws/{}",
    ])

  func register(on open: RouterGroup<ServiceRequestContext>) {
    let pages = desk.routes(on: open)
    let (board, whole) = (BoardPage(now: now), CasePage(now: now))
    pages.get("") { visit in
      if !visit.principal.roles.isDisjoint(with: Self.readers) { return try await board.show(visit) }
      if visit.principal.has(.agency) { return visit.goes(to: "/pages/expert-draws") }
      return visit.principal.has(.operator) ? visit.goes(to: "/pages/operations") : visit.nothingHere()
    }
    pages.get("cases/{id}") { visit in try await whole.show(visit) }
    pages.get("cases/{id}/damage") { visit in try await DamagePage().show(visit) }
    pages.get("cases/{id}/papers/{kind}") { visit in try await PaperSheet().show(visit) }
    pages.get("account") { visit in try await AccountPage().show(visit) }
    pages.get("figures") { visit in try await FiguresPage().show(visit) }
    pages.get("dispatches") { visit in try await DispatchPage().show(visit) }
    pages.lists(CaseLists.all + ExpertLists.all + MoneyLists.all)
    pages.records(CompensationRecords.all)
    pages.actions(Self.actions)
  }
}
