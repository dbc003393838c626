import FoundationEssentials

extension Ledger {
  /// Ledgers out of the facts of all their subjects and sites.
  static func assemble(
    _ subjects: some Sequence<String>, sites: [String: Set<String>], _ facts: [Fact]
  ) -> [String: Ledger] {
    let bySubject = Dictionary(grouping: facts, by: \.subject)
    return Dictionary(
      subjects.map { subject in
        let own = bySubject[subject, default: []]
        return (subject, Ledger(of: subject, own + (sites[subject] ?? []).flatMap { bySubject[$0, default: []] }))
      }, uniquingKeysWith: { first, _ in first })
  }
}
