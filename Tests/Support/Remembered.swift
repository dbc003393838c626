import Synchronization

/// A value that a test and the closures it hands out share.
public final class Remembered<Value: Sendable>: Sendable {
  private let state: Mutex<Value>

  public init(_ value: Value) {
    state = Mutex(value)
  }

  public var value: Value { state.withLock { $0 } }

  public func change(_ body: @Sendable (inout Value) -> Void) {
    state.withLock { body(&$0) }
  }
}
