import Synchronization

/// What several tasks note down, in order.
final class Recorder<Item: Sendable>: Sendable {
  private let list = Mutex<[Item]>([])

  var items: [Item] { list.withLock { $0 } }

  func note(_ item: Item) { list.withLock { $0.append(item) } }
}
