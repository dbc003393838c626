import FoundationEssentials
import Synchronization

/// Remembers for half a minute what names lead to, so that a busy endpoint does not ask a name server for each visit.
/// The connection goes to the address remembered, which was looked at: nothing is gained by answering differently.
final class NameCache: Sendable {
  private struct Entry {
    let addresses: [String]
    let until: ContinuousClock.Instant
  }

  private static let lifetime = Duration.seconds(30)
  private static let capacity = 20_000

  private let entries = Mutex<[String: Entry]>([:])

  /// What a name leads to, when that is known.
  func addresses(of name: String) -> [String]? {
    entries.withLock { entries in
      guard let entry = entries[name], entry.until > .now else { return nil }
      return entry.addresses
    }
  }

  /// Remembers; a name that leads nowhere is asked for again.
  func remember(_ addresses: [String], of name: String) {
    guard !addresses.isEmpty else { return }
    entries.withLock { entries in
      if entries.count >= Self.capacity { entries = entries.filter { $0.value.until > .now } }
      if entries.count >= Self.capacity { entries = [:] }
      entries[name] = Entry(addresses: addresses, until: .now + Self.lifetime)
    }
  }
}
