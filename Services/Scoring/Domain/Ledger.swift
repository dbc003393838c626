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
  let subject: String
  /// Those of the subject and of every site that ever was its, in the order in which they stand.
  private(set) var facts: [Fact]
  private(set) var entries: [LedgerEntry]
  private var ids: Set<UUID>

  /// - Parameter facts: those of the subject and of every site that ever was its; others are passed over.
  init(of subject: String, _ facts: [Fact] = []) {
    self.subject = subject
    self.facts = facts.sorted(by: Fact.precedes)
    ids = Set(facts.map(\.id))
    entries = Ledger.entries(of: subject, self.facts)
  }

  func contains(_ id: UUID) -> Bool { ids.contains(id) }

  /// - Returns: false when the fact was there.
  @discardableResult
  mutating func add(_ fact: Fact) -> Bool {
    guard ids.insert(fact.id).inserted else { return false }
    let place = facts.firstIndex { Fact.precedes(fact, $0) } ?? facts.endIndex
    facts.insert(fact, at: place)
    entries = Ledger.entries(of: subject, facts)
    return true
  }

  /// The region the subject belongs to: that of its own newest fact, else that of its sites' newest.
  var region: String? { (facts.last { $0.subject == subject } ?? facts.last)?.region }

  /// The sites that ever were its.
  var sites: Set<String> { Set(facts.map(\.subject)).subtracting([subject]) }

  /// Who owns the subject, a site, at an instant.
  func owner(at instant: Date) -> String? {
    let links = facts.filter { $0.owner != nil && $0.subject == subject }
    guard !links.isEmpty else { return nil }
    return Ledger.standing(links, among: facts).last { $0.windows.contains(instant) }?.link.owner
  }

  /// The first instant after this one at which something begins or ceases to count.
  func nextChange(after instant: Date) -> Date? {
    entries.lazy.flatMap(\.edges).filter { $0 > instant }.min()
  }

  /// Whether every line counts for itself alone: nothing amended, no sites, no case spoken of twice. Such a ledger's
  /// score is a sum, which the database can add up for a million subjects at once.
  var isPlain: Bool {
    var acts: Set<Act> = []
    for fact in facts {
      guard fact.subject == subject, !fact.isAmending else { return false }
      guard let penaltyCase = fact.penaltyCase else { continue }
      if fact.petitionId != nil { return false }
      for line in fact.lines where line.weight != .none {
        guard acts.insert(Act(penaltyCase: penaltyCase, code: line.code)).inserted else { return false }
      }
    }
    return true
  }
}
