import Contracts
public import Hummingbird
import Mustache
import ServiceKit

/// The templates of a service's pages, in the one look that all services have.
///
/// A page's template is the inside of its `main`; `{{#zh}}` and `{{#en}}` hold the words of each language, where they are
/// used. What is inserted is escaped for HTML unless the template says otherwise.
public struct PageBook: Sendable {
  private let service: ServiceName
  private let bar: [PageLink]
  private let services: [(name: String, address: String)]
  private let isSecure: Bool
  private let layout: MustacheTemplate
  private let templates: MustacheLibrary
  private let words: WordBook
  private let refusals: RefusalBook

  /// - Parameters:
  ///   - bar: the pages that every page links to.
  ///   - services: where the pages of all four are.
  ///   - isSecure: whether browsers come over TLS.
  ///   - templates: the service's own, by name.
  ///   - words: what fields and lists are called.
  ///   - refusals: what the service refuses, in Chinese, beside what all services do.
  /// - Throws: for a template that does not parse.
  init(
    service: ServiceName, bar: [PageLink], services: [(name: String, address: String)], isSecure: Bool,
    templates: [String: [UInt8]], words: WordBook, refusals: RefusalBook
  ) throws {
    self.service = service
    self.bar = bar
    self.services = services
    self.isSecure = isSecure
    self.words = words
    self.refusals = RefusalBook(PackageResources.refusals_txt).adding(refusals)
    layout = try Self.parsed(PackageResources.layout_mustache)
    let shared = [
      "problem": PackageResources.problem_mustache, "sign-in": PackageResources.sign_in_mustache,
      "form": PackageResources.form_mustache, "list": PackageResources.list_mustache,
      "nothing": PackageResources.nothing_mustache, "record": PackageResources.record_mustache,
      "fields": PackageResources.fields_mustache, "table": PackageResources.table_mustache,
      "tables": PackageResources.tables_mustache,
    ]
    self.templates = MustacheLibrary(
      templates: try shared.merging(OperatorPages.templates) { _, own in own }
        .merging(templates) { _, own in own }.mapValues(Self.parsed))
  }

  private static func parsed(_ bytes: [UInt8]) throws -> MustacheTemplate {
    try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
  }

  /// A page, never kept by browsers or on the way.
  /// - Parameters:
  ///   - name: of the template; one that the book lacks gives an empty page.
  ///   - values: what the template inserts: texts, truth values, and lists and dictionaries of them.
  public func page(
    _ name: String, _ title: PageText, _ values: [String: any Sendable], for reader: PageReader,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    let words = title[reader.language]
    let inside = main(name, values.merging(["title": words]) { own, _ in own }, for: reader)
    return answer(words, inside, for: reader, status: status)
  }

  /// The inside of a page.
  func main(_ name: String, _ values: [String: any Sendable], for reader: PageReader) -> String {
    templates.render(Self.context(values, reader), withTemplate: name) ?? ""
  }

  /// A refusal in the reader's language.
  func refusal(_ problem: Problem, for reader: PageReader) -> Refusal {
    Refusal(problem, book: refusals, words: words, language: reader.language)
  }

  /// Whether a Chinese page has words of its own for what is refused with this code.
  public func hasWords(forRefusal code: String) -> Bool { refusals.has(code) }

  /// A refusal as a page, with the same status as the API's.
  func page(_ problem: Problem, for reader: PageReader) -> Response {
    let refusal = refusal(problem, for: reader)
    var values: [String: any Sendable] = [
      "code": problem.code, "request": reader.requestID, "sentences": refusal.more,
    ]
    values["original"] = refusal.original
    values["place"] = refusal.place
    var response = answer(
      refusal.title, main("problem", values, for: reader), for: reader, status: .init(code: problem.status))
    response.headers[.retryAfter] = problem.retryAfterSeconds.map(String.init)
    return response
  }

  private func answer(
    _ title: String, _ main: String, for reader: PageReader, status: HTTPResponse.Status
  ) -> Response {
    let links = bar.filter { $0.isShown(to: reader) }.map { link -> [String: any Sendable] in
      ["path": link.path, "words": link.words[reader.language], "isHere": link.path == reader.path]
    }
    let others = services.map { other -> [String: any Sendable] in
      [
        "address": other.address, "words": WordBook(CommonWords.all).text(other.name, reader.language),
        "isHere": other.name == service.rawValue,
      ]
    }
    var values: [String: any Sendable] = ["title": title, "main": main, "bar": links, "services": others]
    if !reader.query.isEmpty { values["kept"] = reader.query + "&" }
    if let principal = reader.principal {
      values["person"] = [
        "name": principal.subject,
        "roles": principal.roles.map { WordBook(CommonWords.all).text($0.rawValue, reader.language) }.sorted()
          .joined(separator: " · "),
        "seal": reader.session?.seal ?? "",
      ]
    }
    let text = layout.render(Self.context(values, reader))
    let headers: HTTPFields = [
      .contentType: "text/html; charset=utf-8", .contentLanguage: reader.language.rawValue, .cacheControl: "no-store",
      .xContentTypeOptions: "nosniff", .contentSecurityPolicy: Self.policy,
    ]
    var response = Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    if reader.hasChosen {
      response.headers[.setCookie] = PageCookie.language.set(
        reader.language.rawValue, isSecure: isSecure, seconds: 31_536_000)
    }
    return response
  }

  /// Nothing but our own style sheet and script is loaded, nothing stands in the page itself, forms lead back to us, and nobody shows a page in a frame.
  private static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  private static func context(_ values: [String: any Sendable], _ reader: PageReader) -> [String: any Sendable] {
    values.merging([
      "language": reader.language.rawValue, "zh": reader.language == .chinese, "en": reader.language == .english,
      "seal": reader.session?.seal ?? "",
    ]) { own, _ in own }
  }
}
