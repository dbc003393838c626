import FoundationEssentials

extension Ledger {
  /// The entries of a subject's ledger, in the order in which they stand.
  /// - Parameter facts: those of the subject and of every site that ever was its, in their order.
  static func entries(of subject: String, _ facts: [Fact]) -> [LedgerEntry] {
    let amending = facts.filter { $0.withdraws != .nothing && (!$0.amends.isEmpty || $0.amendsCase != nil) }
    let standing = effects(of: amending)
    let owned = sites(of: subject, facts, standing)
    return facts.map { fact in
      let amendments = amending.filter { $0.reaches(fact) && isEffective($0, on: fact) }
      var judges = [Window(from: fact.from)]
      var weighs = judges
      for amendment in amendments {
        let effect = standing[amendment.id] ?? []
        if amendment.withdraws == .entry { judges = judges.without(effect) }
        weighs = weighs.without(effect)
      }
      let mine = fact.subject == subject ? nil : owned[fact.subject] ?? []
      if let mine {
        judges = judges.meeting(mine)
        weighs = weighs.meeting(mine)
      }
      return LedgerEntry(fact: fact, weighs: weighs, judges: judges, owned: mine, amendments: amendments)
    }
  }

  /// An amendment can be amended by a later one only: no two take each other away.
  private static func isEffective(_ amendment: Fact, on fact: Fact) -> Bool {
    fact.withdraws == .nothing || Fact.precedes(fact, amendment)
  }

  /// When each amendment has its effect: from its own instant on, but while it is itself withdrawn.
  private static func effects(of amending: [Fact]) -> [UUID: [Window]] {
    var effects: [UUID: [Window]] = [:]
    for (index, fact) in amending.enumerated().reversed() {
      var windows = [Window(from: fact.from)]
      for later in amending[(index + 1)...] where later.reaches(fact) {
        windows = windows.without(effects[later.id] ?? [])
      }
      effects[fact.id] = windows
    }
    return effects
  }

  /// When each site was the subject's: the latest link that stands names the owner.
  private static func sites(of owner: String, _ facts: [Fact], _ effects: [UUID: [Window]]) -> [String: [Window]] {
    let links = facts.filter { $0.owner != nil && $0.subject != owner }
    return Dictionary(grouping: links, by: \.subject).mapValues { links in
      windows(of: owner, standing(links, among: facts, effects))
    }
  }

  /// Links with the windows in which they stand, in their order.
  static func standing(
    _ links: [Fact], among facts: [Fact], _ effects: [UUID: [Window]]? = nil
  ) -> [(link: Fact, windows: [Window])] {
    let amending = facts.filter { $0.withdraws != .nothing }
    let effects = effects ?? self.effects(of: amending)
    return links.map { link in
      var windows = [Window(from: link.from)]
      for amendment in amending where amendment.reaches(link) { windows = windows.without(effects[amendment.id] ?? []) }
      return (link, windows)
    }
  }

  private static func windows(of owner: String, _ links: [(link: Fact, windows: [Window])]) -> [Window] {
    let edges = Set(links.flatMap(\.windows.edges)).sorted()
    return edges.indices.compactMap { index in
      let holder = links.last { $0.windows.contains(edges[index]) }?.link.owner
      guard holder == owner else { return nil }
      return Window(from: edges[index], to: index + 1 < edges.count ? edges[index + 1] : .distantFuture)
    }
  }
}
