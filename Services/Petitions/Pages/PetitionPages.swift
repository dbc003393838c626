import Contracts
import Hummingbird
import Pages
import ServiceKit

/// The pages of petitions: what people look at in a browser.
struct PetitionPages: Sendable {
  let desk: PageDesk
  let ask: AskStatus

  static func desk(settings: PagesConfiguration, check: @escaping PageDesk.TokenCheck) throws -> PageDesk {
    try PageDesk(
      service: .petitions, links: [StatusPage.link],
      templates: ["status": PackageResources.status_mustache],
      words: [:], contract: PetitionsContract.whole, settings: settings, check: check)
  }

  func register(on open: RouterGroup<ServiceRequestContext>) {
    let pages = desk.routes(on: open)
    StatusPage(ask: ask, book: desk.book).register(on: pages.everybody)
  }
}
