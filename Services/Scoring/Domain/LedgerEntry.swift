import FoundationEssentials

/// A fact as it stands in one ledger: when it weighs there, and what took that from it.
struct LedgerEntry: Sendable {
  let fact: Fact
  /// When its lines may count: from when it was established, but for what was withdrawn; a site's fact in its owner's
  /// ledger only while the site is the owner's.
  let weighs: [Window]
  /// When it stands as a judgment of the record.
  let judges: [Window]
  /// When the site was the owner's; nil in the subject's own ledger.
  let owned: [Window]?
  /// The facts that withdrew it, in their order.
  let amendments: [Fact]
  /// When each of its lines counts, in their order: while it weighs, and no other entry does on the same act.
  var counts: [[Window]]

  init(fact: Fact, weighs: [Window], judges: [Window], owned: [Window]?, amendments: [Fact]) {
    self.fact = fact
    self.weighs = weighs
    self.judges = judges
    self.owned = owned
    self.amendments = amendments
    counts = fact.lines.map { line in
      guard line.weighs else { return [] }
      guard let until = line.until else { return weighs }
      return weighs.meeting([Window(from: fact.from, to: until)])
    }
  }

  /// Every instant at which something about it changes.
  var edges: [Date] {
    var edges = [fact.from]
    for line in fact.lines where line.weighs { if let until = line.until { edges.append(until) } }
    if owned != nil || !amendments.isEmpty { edges += weighs.edges + judges.edges }
    return edges
  }

  /// The fact that has it withdrawn at an instant; nil when it is not.
  func withdrawn(at instant: Date) -> Fact? {
    guard !amendments.isEmpty, fact.from <= instant, !weighs.contains(instant), owned?.contains(instant) ?? true
    else { return nil }
    return amendments.first { $0.from <= instant }
  }
}
