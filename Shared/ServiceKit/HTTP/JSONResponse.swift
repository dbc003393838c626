public import Contracts
public import Hummingbird

/// An answer in JSON, as a route handler returns it.
public struct JSONResponse: ResponseGenerator, Sendable {
  public var status: HTTPResponse.Status
  public var headers: HTTPFields
  let body: [UInt8]

  public init(_ json: JSON, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
    self.status = status
    self.headers = headers
    body = json.bytes
  }

  /// An answer that was given before.
  init(bytes: [UInt8], status: HTTPResponse.Status, headers: HTTPFields) {
    self.status = status
    self.headers = headers
    body = bytes
  }

  /// The answer of a value with one form in JSON.
  public init(_ value: some JSONConvertible, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
    self.init(value.json, status: status, headers: headers)
  }

  public func response(from request: Request, context: some RequestContext) -> Response { response }

  var response: Response {
    var headers = headers
    headers[.contentType] = "application/json"
    // The answers hold cases of people: no proxy or browser keeps them.
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }
}
