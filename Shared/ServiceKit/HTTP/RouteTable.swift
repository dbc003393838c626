import Hummingbird
import Synchronization

/// Which methods each path knows, for 405 and its `Allow` header; the router itself answers 404 to both.
final class RouteTable: Sendable {
  private struct Route: Sendable {
    let path: RouterPath
    let method: String
  }

  private let routes = Mutex<[Route]>([])

  /// Takes the routes of the finished router.
  func fill(from router: Router<ServiceRequestContext>) {
    let found = router.routes.map { Route(path: $0.path, method: $0.method.rawValue) }
    routes.withLock { $0 = found }
  }

  /// The methods that this path knows, sorted; empty for an unknown path.
  func methods(of path: String) -> [String] {
    let parts = path.split(separator: "/")
    let methods = routes.withLock { routes in
      routes.filter { Self.matches($0.path, parts) }.map(\.method)
    }
    return Set(methods).sorted()
  }

  private static func matches(_ path: RouterPath, _ parts: [Substring]) -> Bool {
    for (index, element) in path.components.enumerated() {
      if element == .recursiveWildcard { return parts.count >= index }
      guard index < parts.count, element ~= parts[index] else { return false }
    }
    return path.components.count == parts.count
  }
}
