import Contracts
import FoundationEssentials
import Hummingbird
import Pages
import ServiceKit

/// The published results (公示) for everybody, as the open API gives them.
struct PublicationsPage: Sendable {
  static let link = PageLink("/pages/publications", PageText("结果公示", "Published results"))

  let routes: PublicationRoutes
  let desk: PageDesk

  func register(on pages: RouterGroup<ServiceRequestContext>) {
    pages.get("publications") { request, context in
      let reader = PageReader(request, context)
      let cursor = request.uri.queryParameters["cursor"].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
      let page = try await routes.answer(cursor: cursor, limit: 50)
      let shown = page["publications"].flatMap {
        PageValue.values($0, words: desk.words, language: reader.language, field: "publications")
      }
      var values: [String: any Sendable] = ["publications": shown ?? [any Sendable](), "hasCursor": cursor != nil]
      values["isEmpty"] = page["publications"]?.array?.isEmpty == true
      if let next = page["next"]?.string { values["next"] = PagePath.query([("cursor", next)]) }
      return desk.book.page("publications", Self.link.words, values, for: reader)
    }
  }
}
