import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import Synchronization

/// Keeps connections to endpoints between visits, each bound to the address that was looked at: a client for every pair of
/// name and address. Those that nobody has used for a minute are closed.
final class WebhookConnections: Sendable {
  /// A name and the address it is taken to; an address alone needs no name.
  struct Route: Hashable, Sendable {
    let host: String?
    let address: String
  }

  private struct Entry {
    let client: HTTPClient
    var users = 0
    var idleSince = ContinuousClock.now
  }

  private static let idle = Duration.seconds(60)
  /// More than that are not kept while nobody uses them.
  private static let capacity = 512

  private let entries = Mutex<[Route: Entry]>([:])

  /// A client for this route, until it is given back.
  /// - Parameter url: its name is what the certificate must hold.
  func borrow(_ url: WebhookURL, at address: String) -> (client: HTTPClient, route: Route) {
    let route = Route(host: url.literal == nil ? url.host : nil, address: url.literal == nil ? address : "")
    let client = entries.withLock { entries in
      var entry = entries[route] ?? Entry(client: Self.client(url, at: address))
      entry.users += 1
      entries[route] = entry
      return entry.client
    }
    return (client, route)
  }

  func giveBack(_ route: Route) {
    entries.withLock { entries in
      entries[route]?.users -= 1
      entries[route]?.idleSince = .now
    }
  }

  /// Closes what nobody uses any more.
  func sweep() async {
    let gone = entries.withLock { entries in
      let isCrowded = entries.count > Self.capacity
      let gone = entries.filter { $0.value.users == 0 && (isCrowded || $0.value.idleSince + Self.idle < .now) }
      for route in gone.keys { entries[route] = nil }
      return gone.values.map(\.client)
    }
    for client in gone { try? await client.shutdown() }
  }

  /// Closes everything; nobody may be using any.
  func close() async {
    let all = entries.withLock { entries in
      defer { entries = [:] }
      return entries.values.map(\.client)
    }
    for client in all { try? await client.shutdown() }
  }

  private static func client(_ url: WebhookURL, at address: String) -> HTTPClient {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.timeout.connect = .seconds(5)
    configuration.decompression = .disabled
    // Endpoints of one host share it: one that is slow must not use up what the others need.
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 512
    if url.literal == nil {
      // The client looks the name up as Foundation writes it, lower case or not.
      configuration.dnsOverride = [url.host: address]
      if let written = URL(string: url.text)?.host() { configuration.dnsOverride[written] = address }
    }
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }
}
