import Contracts
import Hummingbird
import Pages
import ServiceKit

/// The pages of notifications: what people look at in a browser.
struct NotificationPages: Sendable {
  let desk: PageDesk

  static func desk(settings: PagesConfiguration, check: @escaping PageDesk.TokenCheck) throws -> PageDesk {
    try PageDesk(
      service: .notifications, links: [],
      templates: [:],
      words: [:], contract: NotificationsContract.whole, settings: settings, check: check)
  }

  func register(on open: RouterGroup<ServiceRequestContext>) {
    _ = desk.routes(on: open)
  }
}
