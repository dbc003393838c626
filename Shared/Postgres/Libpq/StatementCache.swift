/// Which statements one connection keeps prepared, by text and parameter types; the longest unused make room.
///
/// A text made of literals alone is prepared at its first execution. A text with pasted parts is prepared only when
/// it is seen a second time, so that texts that differ each time flood nothing.
struct StatementCache {
  struct Key: Hashable {
    let text: String
    let types: [PostgresType]
  }

  enum Plan: Equatable {
    /// The server has it under this name.
    case prepared(name: String)
    /// To be prepared under this name in the same round trip.
    case prepare(name: String)
    /// To be sent without a name.
    case unnamed
  }

  private struct Entry {
    let name: String
    var lastUse: UInt64
  }

  private let limit: Int
  private var entries: [Key: Entry] = [:]
  private var seenOnce: [Key] = []
  private var uses: UInt64 = 0
  private var nameCount = 0
  /// Names the server still holds and nobody will use again.
  private(set) var evicted: [String] = []

  init(limit: Int) { self.limit = limit }

  var count: Int { entries.count }

  mutating func plan(for key: Key, isDynamic: Bool) -> Plan {
    uses += 1
    if entries[key] != nil {
      entries[key]?.lastUse = uses
      return .prepared(name: entries[key]?.name ?? "")
    }
    guard limit > 0, !isDynamic || isSecondSight(of: key) else { return .unnamed }
    if entries.count >= limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      evicted.append(oldest.value.name)
      entries[oldest.key] = nil
    }
    nameCount += 1
    let name = "s\(nameCount)"
    entries[key] = Entry(name: name, lastUse: uses)
    return .prepare(name: name)
  }

  private mutating func isSecondSight(of key: Key) -> Bool {
    if let index = seenOnce.firstIndex(of: key) {
      seenOnce.remove(at: index)
      return true
    }
    if seenOnce.count >= 32 { seenOnce.removeFirst() }
    seenOnce.append(key)
    return false
  }

  /// Forgets a statement the server never prepared, or no longer can use.
  mutating func forget(_ key: Key, existsOnServer: Bool) {
    guard let entry = entries.removeValue(forKey: key) else { return }
    if existsOnServer { evicted.append(entry.name) }
  }

  /// Forgets all: the server has lost them (`DISCARD ALL`, a pooler between).
  mutating func forgetAll() {
    entries = [:]
    evicted = []
  }

  mutating func takeEvicted() -> [String] {
    defer { evicted = [] }
    return evicted
  }
}
