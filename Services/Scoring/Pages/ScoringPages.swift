import Contracts
import Hummingbird
import Pages
import ServiceKit

/// The pages of scoring: what people look at in a browser.
struct ScoringPages: Sendable {
  let desk: PageDesk

  static func desk(settings: PagesConfiguration, check: @escaping PageDesk.TokenCheck) throws -> PageDesk {
    try PageDesk(
      service: .scoring, links: [],
      templates: [:],
      words: [:], contract: ScoringContract.whole, settings: settings, check: check)
  }

  func register(on open: RouterGroup<ServiceRequestContext>) {
    _ = desk.routes(on: open)
  }
}
