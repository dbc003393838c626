import Hummingbird

/// A text that people read, as a page or as it is.
enum TextAnswer {
  static func html(_ text: String) -> Response { answer(text, "text/html; charset=utf-8") }

  static func plain(_ text: String) -> Response { answer(text, "text/plain; charset=utf-8") }

  /// A page of ours loads nothing and runs nothing: what stands in it came from elsewhere.
  private static func answer(_ text: String, _ type: String) -> Response {
    var headers: HTTPFields = [.contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff"]
    headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
