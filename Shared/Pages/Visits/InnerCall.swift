import Contracts
import Hummingbird
import NIOCore
import ServiceKit

/// One request of a page to the API of its own service.
struct InnerCall {
  /// More than any answer that a page shows.
  private static let largestAnswer = 8 << 20

  let visit: PageVisit

  /// - Throws: ``Problem`` as the API answers it.
  func send(
    _ method: HTTPRequest.Method, _ path: String, body: JSON? = nil, key: String? = nil, match: String? = nil
  ) async throws -> PageAnswer {
    let response = try await respond(method, path, body: body, key: key, match: match)
    let json = try await Self.json(of: response)
    guard (200..<300).contains(response.status.code) else { throw Self.problem(json, response) }
    return PageAnswer(json: json, tag: response.headers[.eTag])
  }

  /// The answer as it is, whatever its kind.
  func respond(
    _ method: HTTPRequest.Method, _ path: String, body: JSON? = nil, key: String? = nil, match: String? = nil
  ) async throws -> Response {
    var headers: HTTPFields = [
      .authorization: "Bearer \(visit.reader.session?.token ?? "")", .acceptLanguage: visit.reader.language.rawValue,
      HeaderNames.requestID: visit.reader.requestID,
    ]
    headers[HeaderNames.idempotencyKey] = key
    headers[.ifMatch] = match
    let bytes = body?.bytes ?? []
    if body != nil {
      headers[.contentType] = "application/json"
      headers[.contentLength] = String(bytes.count)
    }
    let head = HTTPRequest(method: method, scheme: nil, authority: nil, path: path, headerFields: headers)
    return try await visit.context.answer(
      to: Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: bytes))))
  }

  private static func json(of response: Response) async throws -> JSON {
    let collector = BodyCollector(limit: largestAnswer)
    try await response.body.write(collector)
    let bytes = collector.bytes
    guard !bytes.isEmpty else { return .null }
    guard let json = try? JSON(parsing: bytes, limits: JSONLimits(maximumBytes: largestAnswer)) else {
      throw Problem(status: 502, code: "page-unreadable", title: "The answer of the API is no JSON")
    }
    return json
  }

  private static func problem(_ json: JSON, _ response: Response) -> Problem {
    Problem(
      status: response.status.code, code: json["code"]?.string ?? "problem",
      title: json["title"]?.string ?? response.status.reasonPhrase, detail: json["detail"]?.string,
      field: json["field"]?.string, remedy: json["remedy"]?.string,
      retryAfter: response.headers[.retryAfter].flatMap { Int($0) }.map { .seconds($0) })
  }
}
