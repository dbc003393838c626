import Synchronization

/// Where a table that is written page by page goes on.
final class Position: Sendable {
  private let entry = Mutex<Int64>(0)

  /// The entry of the last row written.
  var value: Int64 {
    get { entry.withLock { $0 } }
    set { entry.withLock { $0 = newValue } }
  }
}
