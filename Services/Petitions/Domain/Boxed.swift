/// Keeps an optional value out of line: a petition is copied often, and most of what a case file may hold is not there
/// yet.
@propertyWrapper
struct Boxed<Value: Sendable & Equatable>: Sendable, Equatable {
  private indirect enum Storage: Sendable, Equatable {
    case none
    case some(Value)
  }

  private var storage: Storage

  init(wrappedValue: Value?) {
    storage = wrappedValue.map { .some($0) } ?? .none
  }

  var wrappedValue: Value? {
    get { if case .some(let value) = storage { value } else { nil } }
    set { storage = newValue.map { .some($0) } ?? .none }
  }
}
