public import Hummingbird
import NIOCore
import ServiceKit
import ServiceLifecycle
import Synchronization

/// How many pages are watched at this replica.
private let watched = Mutex(0)

extension PageVisit {
  /// More than this many at once is answered 503: browsers try again later.
  private static let mostWatched = 64
  /// After so many looks a browser asks anew, and its token is looked at anew too.
  private static let mostLooks = 200

  /// A part of a page as it changes: server-sent events, each the HTML of a template.
  /// - Parameters:
  ///   - seconds: between two looks.
  ///   - look: what the template inserts; asked again and again, so it must cost little.
  public func watch(
    _ template: String, every seconds: Int = 3,
    _ look: @escaping @Sendable (PageVisit) async throws -> [String: any Sendable]
  ) throws -> Response {
    guard watched.withLock({ $0 < Self.mostWatched }) else {
      throw Problem(
        status: 503, code: "too-many-watchers", title: "Too many pages are watched at once", retryAfter: .seconds(30))
    }
    let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody { writer in
        watched.withLock { $0 += 1 }
        defer { watched.withLock { $0 -= 1 } }
        var shown = ""
        // A service that stops must not wait for who watches it.
        for _ in 0..<Self.mostLooks where !Task.isShuttingDownGracefully {
          let html = desk.book.main(template, try await mustache(look(self)), for: reader)
          let lines = html.split(separator: "\n", omittingEmptySubsequences: false)
          // A comment shows that somebody is there still, and notices a browser that has gone.
          let event = html == shown ? ":\n\n" : lines.map { "data: \($0)\n" }.joined() + "\n"
          shown = html
          try await writer.write(ByteBuffer(string: event))
          try await Task.sleep(for: .seconds(seconds))
        }
        try await writer.finish(nil)
      })
  }
}
