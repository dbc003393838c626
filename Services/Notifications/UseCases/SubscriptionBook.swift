import FoundationEssentials
import Postgres
import Synchronization

/// The approved subscriptions in memory, with their filters read and indexed; one of these in each process.
///
/// Before each batch of events it asks the database for one number, and reads what changed when it is another than the
/// last. So every replica goes by what was committed before the batch began, and no event is held against a list of
/// yesterday.
final class SubscriptionBook: Sendable {
  private struct State {
    var epoch: Int64 = 0
    var filters: [UUID: EventFilter] = [:]
    var index = SubscriptionIndex()
  }

  private let state = Mutex(State())

  /// The index of the subscriptions that are approved now.
  func index(on connection: PostgresConnection) async throws -> SubscriptionIndex {
    let newest = try await SubscriptionStore.epoch(on: connection)
    let (known, index) = state.withLock { ($0.epoch, $0.index) }
    guard newest != known else { return index }
    // A smaller number than the last: the database was restored, and nothing of what is known may be believed.
    let isRestored = newest < known
    let changes = try await SubscriptionStore.changes(since: isRestored ? 0 : known, on: connection)
    let read = max(newest, changes.epoch)
    return state.withLock { state in
      if isRestored { state = State() }
      // Another batch may have been quicker, and know more.
      guard read > state.epoch else { return state.index }
      for (id, filter) in changes.filters { state.filters[id] = filter }
      state.epoch = read
      state.index = SubscriptionIndex(state.filters)
      return state.index
    }
  }
}
