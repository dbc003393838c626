import Contracts
import Hummingbird
import Pages
import ServiceKit

/// The pages of notifications: what people look at in a browser.
struct NotificationPages: Sendable {
  let desk: PageDesk

  static func desk(settings: PagesConfiguration, check: @escaping PageDesk.TokenCheck) throws -> PageDesk {
    try PageDesk(
      service: .notifications, links: links,
      templates: [
        "home": PackageResources.home_mustache, "detail": PackageResources.detail_mustache,
        "subscriptions": PackageResources.subscriptions_mustache, "preview": PackageResources.preview_mustache,
        "figures": PackageResources.figures_mustache,
      ],
      words: NotificationWords.all, refusals: RefusalBook(PackageResources.refusals_txt), look: look,
      contract: NotificationsContract.whole, settings: settings, check: check)
  }

  func register(on open: RouterGroup<ServiceRequestContext>) {
    let pages = desk.routes(on: open)
    HomePage.register(on: pages)
    SubscriptionPages.register(on: pages)
    PreviewPage.register(on: pages)
    FiguresPage.register(on: pages)
    pages.lists(NotificationLists.all)
    for detail in NotificationDetails.all { detail.register(on: pages) }
    pages.actions(Self.actions)
  }

  /// How states are coloured.
  private static let look = RecordLook(colours: [
    "exhausted": "red", "failed": "red", "disabled": "red", "quarantined": "red",
    "pending": "amber", "requested": "amber", "failing": "amber", "by-hand": "amber", "running": "amber",
    "delivered": "green", "approved": "green", "healthy": "green", "finished": "green",
  ])

  /// Everything that people do here.
  static let actions = EndpointActions.all + OfficeActions.all

  private static let staff: Set<Role> = [.clerk, .handler, .supervisor, .leader, .auditor]
  private static let links = [
    HomePage.link, SubscriptionPages.link,
    PageLink("/pages/messages", NotificationLists.messages.title, for: staff.union([.operator])),
    PageLink("/pages/inbox", NotificationLists.inbox.title, for: staff.union([.agency, .enterprise])),
    PageLink("/pages/hand-deliveries", NotificationLists.hand.title, for: staff),
    PageLink("/pages/enquiries", NotificationLists.enquiries.title, for: staff.union([.enterprise])),
    PageLink("/pages/broadcasts", NotificationLists.broadcasts.title, for: staff),
    PageLink("/pages/appointments", NotificationLists.appointments.title, for: staff.union([.enterprise])),
    PageLink("/pages/documents", NotificationLists.documents.title, for: staff.union([.enterprise, .agency])),
    PageLink("/pages/addressees", NotificationLists.addressees.title, for: staff.union([.operator])),
    PreviewPage.link, FiguresPage.link,
  ]
}
