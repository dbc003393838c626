import Civics
import Contracts
import FoundationEssentials

/// A rule pack that is not in force, put in the place of the one of its name.
struct RuleDraft: Sendable {
  /// What the lines of a ledger are worth by it.
  enum Prices: String, Sendable, CaseIterable {
    /// Every line is priced anew, as though the draft had been in force always.
    case all
    /// Lines keep what they were given; the scale alone is the draft's, as on the day it takes effect.
    case new
  }

  let pack: RulePack
  let prices: Prices
  /// The rules of the city with the draft in its place.
  let rules: RulesInForce
  let scale: Scale

  /// - Parameters:
  ///   - yaml: the pack, as rule packs are written.
  ///   - packs: all that are loaded.
  ///   - profile: the city's.
  /// - Throws: ``ScoringError/draftInvalid(_:)`` for what is no rule pack, or for another city's.
  init(
    yaml: String, prices: Prices, among packs: [RulePack], profile: String, today: CivilDate
  ) throws(ScoringError) {
    let pack: RulePack
    let set: RulePackSet
    do throws(RulePackError) {
      pack = try RulePack(yaml: yaml, file: "draft")
      set = try RulePackSet(packs.filter { $0.name != pack.name } + [pack])
    } catch {
      throw .draftInvalid("\(error)")
    }
    self.pack = pack
    self.prices = prices
    do throws(RuleLookupError) {
      rules = try set.rules(for: profile, on: max(pack.effectiveFrom, today))
    } catch {
      throw .draftInvalid("\(error)")
    }
    guard rules.packs.contains(where: { $0.hash == pack.hash }) else {
      throw .draftInvalid("\(profile) does not use a pack \(pack.name)")
    }
    scale = try Scale(rules)
  }

  /// A ledger as it would be by the draft.
  func repriced(_ ledger: Ledger, calendar: WorkingCalendar) throws(ScoringError) -> Ledger {
    guard prices == .all else { return ledger }
    let scoring = ScoringRules(rules, calendar: calendar)
    var facts: [Fact] = []
    for fact in ledger.facts {
      var lines: [FactLine] = []
      for line in fact.lines { lines.append(try scoring.line(line.code, line.weight, from: fact.from)) }
      facts.append(fact.with(lines: lines))
    }
    return Ledger(of: ledger.subject, facts)
  }
}

extension Fact {
  /// The same fact with other prices.
  func with(lines: [FactLine]) -> Fact {
    Fact(
      id: id, subject: subject, region: region, origin: origin, kind: kind, source: source, externalId: externalId,
      from: from, happenedAt: happenedAt, article: article, evidence: evidence, petitionId: petitionId,
      penaltyNumber: penaltyNumber, isAssessment: isAssessment, client: client, owner: owner, amends: amends,
      amendsCase: amendsCase, withdraws: withdraws, content: content, correlation: correlation, lines: lines)
  }
}
