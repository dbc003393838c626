import Contracts
import FoundationEssentials
import Hummingbird
import Pages
import ServiceKit

/// The pages of petitions: what people look at in a browser.
struct PetitionPages: Sendable {
  let desk: PageDesk
  let ask: AskStatus
  /// Where the pages of the four services are.
  let services: [(name: String, address: String)]
  let publications: PublicationRoutes
  let now: @Sendable () -> Date

  static func desk(settings: PagesConfiguration, check: @escaping PageDesk.TokenCheck) throws -> PageDesk {
    try PageDesk(
      service: .petitions, links: links, templates: templates, words: PetitionWords.all,
      refusals: RefusalBook(PackageResources.refusals_txt), contract: PetitionsContract.whole, settings: settings,
      check: check)
  }

  /// Who works with petitions.
  static let staff: Set<Role> = [.clerk, .handler, .supervisor, .leader, .auditor]

  private static let links = [
    PageLink("/pages/board", PageText("督办看板", "Board"), for: staff),
    PageLink("/pages/petitions", PageText("信访件", "Petitions"), for: staff),
    PageLink("/pages/backlog", PageText("积案", "Backlog"), for: staff),
    PageLink("/pages/reminder-letters", PageText("工作提示函", "Reminder letters"), for: staff),
    PageLink("/pages/monthly-checks", PageText("月度检查", "Monthly checks"), for: staff.union([.agency])),
    PageLink("/pages/rewards", PageText("有奖举报", "Rewards"), for: [.clerk, .supervisor, .leader, .finance, .auditor]),
    PageLink("/pages/staff-records", PageText("台账", "Staff records"), for: staff),
    PageLink("/pages/supervisors", PageText("环保监督员", "Supervisors"), for: [.clerk, .supervisor, .leader, .auditor]),
    PageLink("/pages/digests", PageText("每日汇总", "Digests"), for: staff),
    PageLink("/pages/figures", PageText("两保三降四升", "Figures"), for: staff),
    PageLink("/pages/map", PageText("区域分布", "Map"), for: staff),
    PublicationsPage.link,
    StatusPage.link,
  ]

  private static let templates: [String: [UInt8]] = [
    "status": PackageResources.status_mustache,
    // The same inside at first and whenever it changes.
    "board": Array("<div data-live=\"/pages/board/live\">\n".utf8) + PackageResources.board_mustache
      + Array("</div>\n".utf8),
    "board-part": PackageResources.board_mustache,
    "case": PackageResources.case_mustache,
    "attachments": PackageResources.attachments_mustache,
    "letter": PackageResources.letter_mustache,
    "check": PackageResources.check_mustache,
    "reward": PackageResources.reward_mustache,
    "figures": PackageResources.figures_mustache,
    "map": PackageResources.map_mustache,
    "publications": PackageResources.publications_mustache,
  ]

  func register(on open: RouterGroup<ServiceRequestContext>) {
    let pages = desk.routes(on: open)
    pages.everybody.get("") { request, context in Self.root(PageReader(request, context)) }
    StatusPage(ask: ask, book: desk.book).register(on: pages.everybody)
    PublicationsPage(routes: publications, desk: desk).register(on: pages.everybody)
    BoardPage(now: now).register(on: pages)
    CasePage(services: services, now: now).register(on: pages)
    AttachmentsPage().register(on: pages)
    LetterPage().register(on: pages)
    CheckPage().register(on: pages)
    RewardPage().register(on: pages)
    FiguresPage().register(on: pages)
    MapPage().register(on: pages)
    pages.lists(PetitionLists.all)
    pages.actions(PetitionActions.all)
  }

  /// Leads everybody to the page that they come for.
  private static func root(_ reader: PageReader) -> Response {
    let roles = reader.principal?.roles ?? []
    let path =
      if !roles.isDisjoint(with: staff) {
        "/pages/board"
      } else if roles.contains(.finance) {
        "/pages/rewards"
      } else if roles.contains(.agency) {
        "/pages/monthly-checks"
      } else {
        "/pages/status"
      }
    return Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
  }
}
