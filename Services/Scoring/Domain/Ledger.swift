import Contracts
import FoundationEssentials

/// All facts of one subject. The order in which they came in changes nothing: they stand in the order in which they
/// count, and what each is worth was decided by its own dates.
///
/// A kind of fact is a row of the rule pack (`scoring.fact-kinds`) and a source that tells it. Whoever has something to
/// say about a subject's record (an event of another system, or a procedure of this service: a repair, an objection, a
/// review, a judgment, a finding that nothing is punished) makes a ``FactReport`` and hands it to ``RecordFacts``:
/// `kind` names the row, `source` and `externalId` make it one fact however often it is told, `establishedAt` is the
/// instant from which it counts. The row says whether somebody judged the record by it (an unrated firm becomes rated),
/// which table prices its codes (`scoring.deductions`, `scoring.bonuses` or none), and whether the entries that the
/// report `amends` (single entries, or all of a penalty case) cease to count from then on, wholly or with their points. Nothing is ever edited or
/// taken out: what is withdrawn stays in the ledger, with the fact that withdrew it, and an amendment can itself be
/// amended. Facts of a `site:` count for its owner too from the instant of a `subject.linked` on.
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
