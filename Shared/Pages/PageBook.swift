import Contracts
public import Hummingbird
import Mustache
import ServiceKit

/// The templates of a service's pages, in the one look that all services have.
///
/// A page's template is the inside of its `main`; `{{#zh}}` and `{{#en}}` hold the words of each language, where they are
/// used. What is inserted is escaped for HTML unless the template says otherwise.
public struct PageBook: Sendable {
  private let bar: [PageLink]
  private let layout: MustacheTemplate
  private let problem: MustacheTemplate
  private let templates: [String: MustacheTemplate]

  /// - Parameters:
  ///   - bar: the pages that every page links to.
  ///   - templates: the service's own, by name.
  /// - Throws: for a template that does not parse.
  public init(bar: [PageLink], templates: [String: [UInt8]]) throws {
    self.bar = bar
    layout = try Self.parsed(PackageResources.layout_mustache)
    problem = try Self.parsed(PackageResources.problem_mustache)
    self.templates = try templates.mapValues(Self.parsed)
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
    let main = templates[name].map { $0.render(Self.context(values, reader)) } ?? ""
    return answer(title[reader.language], main, for: reader, status: status)
  }

  /// A refusal as a page, with the same status and words as the API's.
  func page(_ problem: Problem, for reader: PageReader) -> Response {
    let values: [String: any Sendable] = [
      "detail": problem.detail ?? "", "remedy": problem.remedy ?? "", "code": problem.code, "request": reader.requestID,
    ]
    let main = self.problem.render(Self.context(values, reader))
    var response = answer(problem.title, main, for: reader, status: .init(code: problem.status))
    response.headers[.retryAfter] = problem.retryAfterSeconds.map(String.init)
    return response
  }

  private func answer(
    _ title: String, _ main: String, for reader: PageReader, status: HTTPResponse.Status
  ) -> Response {
    let links: [[String: any Sendable]] = bar.map { link in
      [
        "path": link.path, "words": link.words[reader.language], "isHere": link.path == reader.path,
        "language": reader.language.rawValue,
      ]
    }
    let text = layout.render(Self.context(["title": title, "main": main, "bar": links], reader))
    let headers: HTTPFields = [
      .contentType: "text/html; charset=utf-8", .contentLanguage: reader.language.rawValue, .cacheControl: "no-store",
      .xContentTypeOptions: "nosniff", .contentSecurityPolicy: Self.policy,
    ]
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// Nothing but our own style sheet is loaded, nothing runs, forms lead back to us, and nobody shows a page in a frame.
  private static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  private static func context(_ values: [String: any Sendable], _ reader: PageReader) -> [String: any Sendable] {
    values.merging([
      "language": reader.language.rawValue, "zh": reader.language == .chinese, "en": reader.language == .english,
    ]) { own, _ in own }
  }
}
