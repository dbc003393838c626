import Contracts
import FoundationEssentials

/// All facts of one subject. The order in which they came in changes nothing: they stand in the order in which they
/// count, and what each is worth was decided by its own dates.
struct Ledger: Sendable {
  private(set) var facts: [Fact]
  private var ids: Set<UUID>

  init(_ facts: [Fact] = []) {
    self.facts = facts.sorted(by: Ledger.precedes)
    ids = Set(facts.map(\.id))
  }

  func contains(_ id: UUID) -> Bool { ids.contains(id) }

  /// - Returns: false when the fact was there.
  @discardableResult
  mutating func add(_ fact: Fact) -> Bool {
    guard ids.insert(fact.id).inserted else { return false }
    let place = facts.firstIndex { Ledger.precedes(fact, $0) } ?? facts.endIndex
    facts.insert(fact, at: place)
    return true
  }

  /// The region the subject belongs to: that of the newest fact.
  var region: String? { facts.last?.region }

  /// The first instant after this one at which a fact begins or ceases to count.
  func nextChange(after instant: Date) -> Date? {
    var next: Date?
    for fact in facts {
      for candidate in [fact.from] + fact.lines.filter(\.weighs).compactMap(\.until)
      where candidate > instant && candidate < next ?? .distantFuture {
        next = candidate
      }
    }
    return next
  }

  private static func precedes(_ left: Fact, _ right: Fact) -> Bool {
    left.from == right.from ? left.id.uuidString < right.id.uuidString : left.from < right.from
  }
}
