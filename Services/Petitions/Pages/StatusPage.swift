import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Pages
import ServiceKit

/// Where a petitioner looks up a case by number and query code (查询), as the API's public query answers it.
struct StatusPage: Sendable {
  static let link = PageLink("/pages/status", PageText("办理进度查询", "Progress of a petition"))

  let ask: AskStatus
  let book: PageBook

  func register(on pages: RouterGroup<ServiceRequestContext>) {
    pages.get("status") { request, context in
      // A link may bring the number along, never the code: addresses are kept by browsers and logs.
      show([:], asked: request.uri.queryParameters["number"].map(String.init), for: PageReader(request, context))
    }
    pages.post("status") { request, context in
      let reader = PageReader(request, context)
      let form = try await request.form(context, for: reader)
      // What is left blank is as wrong as any other, and answered alike.
      let number = form["number"] ?? ""
      switch try await ask(number: number, code: form["code"] ?? "", from: context.clientAddress) {
      case .status(let status): return show(Self.values(status, reader.language), asked: status.number, for: reader)
      case .unknown: return refuse(StatusRoutes.unknown(reader.language), asked: number, for: reader)
      case .tooOften(let wait): return refuse(StatusRoutes.tooOften(reader.language, wait), asked: number, for: reader)
      }
    }
  }

  private static func values(_ status: PublicStatus, _ language: PublicLanguage) -> [String: any Sendable] {
    let answer: [String: any Sendable] = [
      "number": status.number, "words": status.stage.text(language), "due": status.lastDay?.description ?? "",
    ]
    return ["answer": [answer]]
  }

  private func refuse(_ problem: Problem, asked: String, for reader: PageReader) -> Response {
    let words = [problem.detail, problem.remedy].compactMap { $0 }.joined(
      separator: reader.language == .english ? " " : "")
    var response = show(["refusal": words], asked: asked, for: reader, status: .init(code: problem.status))
    response.headers[.retryAfter] = problem.retryAfterSeconds.map(String.init)
    return response
  }

  private func show(
    _ values: [String: any Sendable], asked: String?, for reader: PageReader, status: HTTPResponse.Status = .ok
  ) -> Response {
    book.page(
      "status", Self.link.words, values.merging(["asked": String((asked ?? "").prefix(64))]) { own, _ in own },
      for: reader, status: status)
  }
}
