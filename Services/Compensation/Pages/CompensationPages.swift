import Contracts
import Hummingbird
import Pages
import ServiceKit

/// The pages of compensation: what people look at in a browser.
struct CompensationPages: Sendable {
  let desk: PageDesk

  static func desk(settings: PagesConfiguration, check: @escaping PageDesk.TokenCheck) throws -> PageDesk {
    try PageDesk(
      service: .compensation, links: [],
      templates: [:],
      words: [:], contract: CompensationContract.whole, settings: settings, check: check)
  }

  func register(on open: RouterGroup<ServiceRequestContext>) {
    _ = desk.routes(on: open)
  }
}
