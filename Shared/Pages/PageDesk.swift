public import Contracts
public import Hummingbird
public import ServiceKit

/// Everything the pages of a service share: look, words, forms, who is signed in.
public struct PageDesk: Sendable {
  /// Says whom a token stands for.
  public typealias TokenCheck = @Sendable (_ token: String) async throws -> Principal

  let service: ServiceName
  public let book: PageBook
  public let words: WordBook
  let look: RecordLook
  let forms: FormBook
  let settings: PagesConfiguration
  let check: TokenCheck

  /// - Parameters:
  ///   - service: which of the four it is.
  ///   - links: its own pages, for the bar.
  ///   - templates: its own, by name.
  ///   - words: what its fields and lists are called, beside those of all services.
  ///   - refusals: what it refuses, in Chinese, beside what all services do.
  ///   - look: how what has no template of its own is written.
  ///   - contract: its API, from which forms are made.
  /// - Throws: for a template that cannot be read.
  public init(
    service: ServiceName, links: [PageLink], templates: [String: [UInt8]], words: [String: PageText],
    refusals: RefusalBook, look: RecordLook = RecordLook(), contract: HTTPContract, settings: PagesConfiguration,
    check: @escaping TokenCheck
  ) throws {
    self.words = WordBook(CommonWords.all.merging(OperatorWords.all) { first, _ in first }).adding(words)
    book = try PageBook(
      service: service, bar: links + Self.links, services: settings.services, isSecure: settings.isSecure,
      templates: templates, words: self.words, refusals: refusals)
    self.service = service
    self.look = look
    forms = FormBook(contract)
    self.settings = settings
    self.check = check
  }

  /// The pages that every service has.
  private static let links = OperatorPages.links

  /// The routes of pages, below `/pages`, with those that all services have.
  public func routes(on open: RouterGroup<ServiceRequestContext>) -> PageRoutes {
    let pages = open.group("pages").add(middleware: SessionMiddleware(check: check))
    PageFiles.register(on: pages)
    SignInPage(desk: self).register(on: pages)
    let routes = PageRoutes(desk: self, everybody: pages)
    OperatorPages.register(on: routes)
    return routes
  }

  /// How whatever goes wrong at `/pages` and below it is shown: as a page, also where no route answers.
  public var problemPage: ProblemPage {
    let (book, session) = (book, SessionMiddleware(check: check))
    return ProblemPage(root: "/pages") { problem, request, context in
      let context = await session.signedIn(request, context)
      return book.page(problem, for: PageReader(request, context))
    }
  }

  /// Keeps the token in the browser and goes on to the page that was wanted.
  func signedIn(_ token: String, next: String?) -> Response {
    var response = Self.redirect(to: Self.own(next))
    response.headers[.setCookie] = PageCookie.session.set(token, isSecure: settings.isSecure)
    return response
  }

  /// A page of ours, whatever an address asks for: nobody is led elsewhere after signing in.
  static func own(_ next: String?) -> String {
    guard let next, next.hasPrefix("/pages"), !next.contains("\\"), !next.contains("//"), next.utf8.count <= 1024,
      next.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return "/pages" }
    return next
  }

  static func redirect(to path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
  }

  static func unsealed(_ reader: PageReader) -> Problem {
    Problem(
      status: 403, code: "form-unsealed",
      title: PageText("表单已失效", "The form is no longer good")[reader.language],
      remedy: PageText("请返回页面，重新填写后提交。", "Go back to the page, load it anew and send the form again.")[
        reader.language])
  }
}
