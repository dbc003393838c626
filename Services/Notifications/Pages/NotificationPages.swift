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
        "tables": PackageResources.tables_mustache, "home": whole(PackageResources.home_mustache),
        "detail": whole(PackageResources.detail_mustache),
        "subscriptions": whole(PackageResources.subscriptions_mustache),
        "preview": whole(PackageResources.preview_mustache), "figures": PackageResources.figures_mustache,
      ],
      words: NotificationWords.all, contract: NotificationsContract.whole, settings: settings, check: check)
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

  /// A template with the tables where it names them.
  private static func whole(_ bytes: [UInt8]) -> [UInt8] {
    let tables = String(decoding: PackageResources.tables_mustache, as: UTF8.self)
    return Array(String(decoding: bytes, as: UTF8.self).replacing("{{> tables}}", with: tables).utf8)
  }
}
