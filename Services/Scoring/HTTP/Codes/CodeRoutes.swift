import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// 环保码: a signed square for each subject, and the public keys it is verified with.
struct CodeRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let issue: IssueCode

  func register(on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/subjects/{key}/code") { request, context in try await code(request, context) }
    open.get("v1/public/code-keys") { _, _ in
      var object = JSONObject()
      object.set("form", CreditCode.form)
      object.set(
        "keys",
        .array(
          issue.signer.keys.map { key in
            var object = JSONObject()
            object.set("id", key.id)
            object.set("algorithm", "Ed25519")
            object.set("publicKey", base64: key.bytes)
            return .object(object)
          }))
      return JSONResponse(.object(object), headers: [.cacheControl: "public, max-age=3600"])
    }
  }

  private func code(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let principal = try RegisterRoutes.reader(context)
    let key = try SubjectPath.read(context).description
    let format = try QueryReader(request, allowing: ["format"]).text("format") ?? "svg"
    guard ["svg", "text"].contains(format) else { throw QueryReader.invalid("format", "svg or text") }
    let now = runner.now
    guard let issued = try await runner.read({ try await issue(key, at: now, on: $0) }) else {
      throw Problem.notFound("Nobody has reported anything about this subject.")
    }
    guard principal.mayAct(in: issued.region) else { throw Problem.regionForbidden(issued.region) }
    if format == "text" { return Self.answer(issued.text, "text/plain; charset=utf-8") }
    guard let square = QRCode(issued.text) else {
      throw Problem.conflict(code: "code-too-long", detail: "The subject's key is too long for a square.")
    }
    let picture = CreditCodePicture(square, colour: issued.code.colour, day: issued.code.day.description)
    return Self.answer(picture.svg, "image/svg+xml; charset=utf-8")
  }

  private static func answer(_ text: String, _ type: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
