import FoundationEssentials

extension Ledger {
  /// The entries of a subject's ledger, in the order in which they stand.
  /// - Parameter facts: those of the subject and of every site that ever was its, in their order.
  static func entries(of subject: String, _ facts: [Fact]) -> [LedgerEntry] {
    let amending = Dictionary(grouping: facts.filter(\.isAmending), by: \.subject)
    let effects = amending.mapValues { Ledger.effects(of: $0) }
    let owned = sites(of: subject, facts, amending, effects)
    var entries = facts.map { fact in
      let amendments = (amending[fact.subject] ?? []).filter { $0.reaches(fact) && isEffective($0, on: fact) }
      var judges = [Window(from: fact.from)]
      var weighs = judges
      for amendment in amendments {
        let effect = effects[fact.subject]?[amendment.id] ?? []
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
    countOnce(&entries)
    return entries
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
  private static func sites(
    of owner: String, _ facts: [Fact], _ amending: [String: [Fact]], _ effects: [String: [UUID: [Window]]]
  ) -> [String: [Window]] {
    let links = Dictionary(grouping: facts.filter { $0.owner != nil && $0.subject != owner }, by: \.subject)
    return Dictionary(
      links.map { site, links in
        (site, windows(of: owner, standing(links, amending[site] ?? [], effects[site] ?? [:])))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// A site's links with the windows in which they stand, in their order.
  static func standing(_ links: [Fact], among facts: [Fact]) -> [(link: Fact, windows: [Window])] {
    let amending = facts.filter(\.isAmending)
    return standing(links, amending, effects(of: amending))
  }

  private static func standing(
    _ links: [Fact], _ amending: [Fact], _ effects: [UUID: [Window]]
  ) -> [(link: Fact, windows: [Window])] {
    links.map { link in
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
