internal import Synchronization

/// What a pool may know of a connection without waiting for its executor.
final class ConnectionCondition: Sendable {
  private let ready = Atomic(false)

  /// Open, outside any transaction, nothing under way: as good as new.
  var isReady: Bool {
    get { ready.load(ordering: .acquiring) }
    set { ready.store(newValue, ordering: .releasing) }
  }
}
