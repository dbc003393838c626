import Civics
import Contracts
import FoundationEssentials

extension PetitionRules.Key {
  static let routingFallback = "petition.routing.fallback"
  static let representatives = "petition.group-visit.representatives"
  static let nearMetres = "petition.repeat.near-metres"
  static let nearDays = "petition.repeat.near-days"
  static let sameTextCharacters = "petition.repeat.same-text-characters"
  static let automaticLinks = "petition.repeat.automatic"
  static let backlogRepeats = "petition.backlog.repeat-threshold"
  static let backlogOpen = "petition.backlog.open-longer-than"
}

extension PetitionRules {
  /// How many people may speak for a group of visitors; nil where the packs are silent.
  var representatives: Int? { try? rules.integer(Key.representatives) }

  /// When petitions are near each other and when words count as the same.
  var likeness: Likeness {
    Likeness(
      metres: (try? rules.integer(Key.nearMetres)) ?? 0, days: (try? rules.integer(Key.nearDays)) ?? 0,
      characters: (try? rules.integer(Key.sameTextCharacters)) ?? .max)
  }

  /// What two petitions must have in common to be linked without staff; anything else is suggested only.
  var automaticLinks: [Set<RelationReason>] {
    ((try? rules.list(Key.automaticLinks)) ?? []).compactMap { written in
      let reasons = written.split(separator: "+").compactMap { RelationReason(rawValue: String($0)) }
      return reasons.isEmpty ? nil : Set(reasons)
    }
  }

  /// From how many petitions on one matter it is backlog (积案), and the rule that says so.
  func backlogRepeats() throws(RuleLookupError) -> (count: Int, rule: Contracts.RuleReference) {
    (try rules.integer(Key.backlogRepeats), try reference(Key.backlogRepeats))
  }

  /// When a petition received on a day is backlog, should it still be open.
  func backlogDue(receivedOn day: CivilDate) throws(RuleLookupError) -> Date {
    try rules.period(Key.backlogOpen).due(from: day, calendar: calendar).instant
  }
}
