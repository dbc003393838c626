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

  static func desk(settings: PagesConfiguration, check: @escaping PageDesk.TokenCheck) throws -> PageDesk {
    try PageDesk(
      service: .compensation, links: links, templates: templates, words: CompensationWords.all,
      contract: CompensationContract.whole, settings: settings, check: check)
  }

  private static let links =
    [BoardPage.link, PageLink("/pages/cases", CaseLists.cases.title), FiguresPage.link, AccountPage.link]
    + [CaseLists.batches, ExpertLists.experts, ExpertLists.bodies, ExpertLists.draws, MoneyLists.policies].map {
      PageLink("/pages/\($0.path)", $0.title)
    } + [PageLink("/pages/claims", MoneyLists.claims.title), DispatchPage.link]

  private static let templates = [
    "board": PackageResources.board_mustache, "case": PackageResources.case_mustache,
    "damage": PackageResources.damage_mustache, "paper": PackageResources.paper_mustache,
    "account": PackageResources.account_mustache, "figures": PackageResources.figures_mustache,
    "detail": PackageResources.detail_mustache,
  ]

  func register(on open: RouterGroup<ServiceRequestContext>) {
    let pages = desk.routes(on: open)
    let (board, whole) = (BoardPage(now: now), CasePage(now: now))
    pages.get("") { visit in try await board.show(visit) }
    pages.get("cases/{id}") { visit in try await whole.show(visit) }
    pages.get("cases/{id}/damage") { visit in try await DamagePage().show(visit) }
    pages.get("cases/{id}/papers/{kind}") { visit in try await PaperSheet().show(visit) }
    pages.get("account") { visit in try await AccountPage().show(visit) }
    pages.get("figures") { visit in try await FiguresPage().show(visit) }
    pages.get("dispatches") { visit in try await DispatchPage().show(visit) }
    pages.lists(CaseLists.all + ExpertLists.all + MoneyLists.all)
    pages.details(DetailPages.all)
    pages.actions(Self.actions)
  }
}
