import Contracts
import Hummingbird
import HummingbirdTesting
import Pages
import ServiceKit
import Testing

@Suite("What is refused is said in the language of the page")
struct RefusalPagesTests {
  private static let clerk = "good.anna.clerk"

  /// Text of a page with two English words one after the other, outside of what is marked as English.
  private static func english(in page: String) throws -> [String] {
    let marked = try Regex(#"<(\w+)[^>]* lang="en"[^>]*>[^<]*</\1>"#)
    let unmarked = page.replacing(marked, with: "").replacing(try Regex("<script[^>]*>|<[^>]*>"), with: "\n")
    let sentence = try Regex("[A-Za-z]{2,} [a-z]{2,}")
    return unmarked.split(separator: "\n").map(String.init).filter { $0.contains(sentence) }
  }

  /// A form sent on a Chinese page, and refused.
  private static func refused(_ problem: Problem) async throws -> String {
    let answered = Answered()
    try await SmallService.with(mend: { _, _ in throw problem }) { service in
      let path = "/pages/notes/one/mend?lang=zh-CN"
      let form = String(buffer: try await service.get(path, token: clerk).body)
      let front = #"name="_seal" value=""#
      let seal = form.firstRange(of: front).map { form[$0.upperBound...].prefix { $0 != "\"" } } ?? ""
      let answer = try await service.post(path, "_seal=\(seal)&_key=k&text=a&parts.0.name=p", token: clerk)
      #expect(answer.status.code == problem.status)
      await answered.set(String(buffer: answer.body))
    }
    return await answered.text
  }

  private actor Answered {
    private(set) var text = ""
    func set(_ text: String) { self.text = text }
  }

  @Test func `a form refused in Chinese says at its field what is wrong, with what the API says in figures`()
    async throws
  {
    let page = try await Self.refused(
      Problem(
        status: 422, code: "field-too-long", title: "The request breaks the contract",
        detail: "The field is longer than 20 bytes of UTF-8.", field: "body.parts[0].name", remedy: "See the schema."))
    let words = "字段过长。不得超过 20 字节（UTF-8 编码中一个汉字占三字节）。请缩短后重新提交。"
    #expect(page.contains(#"id="parts.0.name-refusal">\#(words)</p>"#) && page.contains("<p>名称：\(words)</p></div>"))
    #expect(page.ranges(of: "aria-invalid").count == 1)
    #expect(try Self.english(in: page) == [])
  }

  @Test func `what the book does not know stays in English beside the Chinese words, and is marked so`() async throws {
    let known = try await Self.refused(
      Problem(
        status: 409, code: "step-out-of-turn", title: "The request does not fit the state of the resource",
        detail: "mend cannot be taken <now>.", remedy: "Wait a while."))
    #expect(known.contains("<p>当前状态下不能办理这一步。请重新打开页面，按当前状态办理。</p>"))
    #expect(known.contains(#"原文：<span lang="en">mend cannot be taken &lt;now&gt;.</span>"#))
    #expect(try Self.english(in: known) == [])
    let unknown = try await Self.refused(
      Problem(status: 409, code: "brand-new", title: "Something else", detail: "It is new.", remedy: "Learn it."))
    #expect(unknown.contains("<p>与当前状态不符，不能办理。请重新打开页面，按当前状态办理。</p>"))
    #expect(unknown.contains(#"<span lang="en">Something else It is new. Learn it.</span>"#))
    #expect(try Self.english(in: unknown) == [])
  }

  @Test func `the general sentence of a breach is not repeated in English`() async throws {
    let page = try await Self.refused(
      Problem(
        status: 422, code: "field-missing", title: "The request breaks the contract",
        detail: ViolationCode.fieldMissing.meaning, field: "body.text", remedy: ViolationCode.fieldMissing.remedy))
    #expect(page.contains(#"id="text-refusal">缺少必填字段。请填写该字段。</p>"#) && !page.contains("原文"))
  }

  @Test func `a page refused in Chinese has Chinese words`() async throws {
    try await SmallService.with { service in
      let page = String(buffer: try await service.get("/pages/notes/one?lang=zh-CN", token: "good.otto.finance").body)
      #expect(page.contains("<h1>您的角色不能办理此事</h1>") && page.contains("需要下列角色之一：审计、受理员。"))
      #expect(try Self.english(in: page) == [])
    }
  }

  @Test func `an address below the pages that nothing answers is a page, for every method`() async throws {
    try await SmallService.with { service in
      for method: HTTPRequest.Method in [.get, .post, .put, .delete, .patch, .options, .init("BREW") ?? .trace] {
        let page = try await service.get("/pages/nothing/at/all?lang=zh-CN", token: Self.clerk, method: method)
        #expect(page.status == .notFound, "\(method)")
        #expect(page.headers[.contentType] == "text/html; charset=utf-8", "\(method)")
        let text = String(buffer: page.body)
        #expect(text.contains(#"href="/pages/notes""#) && text.contains("anna (受理员)"), "\(method)")
        #expect(text.contains(#"<a href="/pages">回到首页</a>"#) && text.contains("该地址没有页面。"))
        #expect(try Self.english(in: text) == [])
      }
      let wrong = try await service.get("/pages/notes/one", token: Self.clerk, method: .delete)
      #expect(wrong.status == .methodNotAllowed && wrong.headers[.allow] == "GET, HEAD")
      #expect(String(buffer: wrong.body).contains("<h1>The resource does not know this method</h1>"))
      let stranger = try await service.get("/pages/nothing")
      #expect(stranger.status == .notFound && String(buffer: stranger.body).contains("Staff: sign in"))
      for path in ["/nothing", "/v1/nothing", "/pagesque"] {
        let answer = try await service.get(path, token: Self.clerk)
        #expect(answer.status == .notFound && answer.headers[.contentType] == Problem.mediaType, "\(path)")
      }
    }
  }
}
