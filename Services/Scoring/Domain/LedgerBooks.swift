import FoundationEssentials

/// The ratings and ledgers that a batch of facts works on.
struct LedgerBooks: Sendable {
  private(set) var ratings: [String: Rating]
  private(set) var ledgers: [String: Ledger]
  /// Every fact that was there or was added, by its id.
  private(set) var known: [UUID: Fact]
  /// By site, every enterprise that ever owned it.
  private let owners: [String: Set<String>]

  /// - Parameters:
  ///   - sites: by enterprise, every site that ever was its.
  ///   - facts: those of all subjects and sites that are read whole, and others that are asked for by id.
  ///   - outlines: those of the other subjects.
  init(
    ratings: [String: Rating], owners: [String: Set<String>], sites: [String: Set<String>], facts: [Fact],
    outlines: [Fact]
  ) {
    self.ratings = ratings
    self.owners = owners
    known = Dictionary(facts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let outlined = Set(outlines.map(\.subject))
    ledgers = Ledger.assemble(ratings.keys, sites: sites, facts.filter { !outlined.contains($0.subject) } + outlines)
  }

  /// Notes a new fact.
  /// - Returns: the subjects whose ledgers it belongs to, its own first.
  mutating func add(_ fact: Fact) -> [String] {
    known[fact.id] = fact
    return [fact.subject] + (owners[fact.subject] ?? []).sorted()
  }

  mutating func withRating(of subject: String, _ body: (inout Rating) throws -> Void) rethrows {
    guard var rating = ratings[subject] else { return }
    defer { ratings[subject] = rating }
    try body(&rating)
  }

  mutating func withLedger(of subject: String, _ body: (inout Rating, inout Ledger) throws -> Void) rethrows {
    guard var rating = ratings[subject], var ledger = ledgers.removeValue(forKey: subject) else { return }
    defer {
      ratings[subject] = rating
      ledgers[subject] = ledger
    }
    try body(&rating, &ledger)
  }
}
