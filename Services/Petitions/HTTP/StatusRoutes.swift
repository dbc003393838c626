import Civics
import Contracts
import Hummingbird
import ServiceKit

/// The public query: number and code in, the stage out; open to everybody.
struct StatusRoutes: Sendable {
  let ask: AskStatus

  func register(on open: RouterGroup<ServiceRequestContext>) {
    open.post("v1/public/petition-status") { request, context in
      let language = PublicLanguage(accepting: request.headers[.acceptLanguage])
      let fields = try JSONFields(try await request.json(context), path: "body")
      let number = try fields.string("number")
      let code = try fields.string("code")
      switch try await ask(number: number, code: code, from: context.clientAddress) {
      case .status(let status): return Self.answer(status, language)
      case .unknown: throw Self.unknown(language)
      case .tooOften(let wait): throw Self.tooOften(language, wait)
      }
    }
  }

  private static func answer(_ status: PublicStatus, _ language: PublicLanguage) -> JSONResponse {
    var object = JSONObject()
    object.set("petitionNumber", status.number)
    object.set("stage", code: status.stage)
    object.set("text", status.stage.text(language))
    object.set("answerBy", status.lastDay?.description)
    return JSONResponse(.object(object), headers: [.contentLanguage: language.rawValue])
  }

  /// The same whatever is wrong: that there is a petition of the number is nobody's business.
  static func unknown(_ language: PublicLanguage) -> Problem {
    Problem(
      status: 404, code: "petition-status-unknown", title: "No petition answers to this number and code",
      detail: language == .chinese ? "没有与该编号和查询码相符的信访件。" : "There is no petition with this number and query code.",
      remedy: language == .chinese
        ? "请核对编号和查询码；查询码已在首次告知时发送给您。" : "Check both; the code came with the first message to you.")
  }

  static func tooOften(_ language: PublicLanguage, _ wait: Duration) -> Problem {
    .tooManyRequests(
      language == .chinese ? "查询过于频繁，请稍后再试。" : "This number or address asked too often.", retryAfter: wait)
  }
}
