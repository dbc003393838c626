import Civics
import Contracts
import FoundationEssentials

extension Petition {
  /// Makes an open case backlog for the number of petitions on its matter.
  /// - Returns: the event; nil when it is backlog already, not open, or the matter has not so many petitions.
  mutating func declareBacklog(under rules: PetitionRules, at now: Date) throws(RuleLookupError)
    -> PetitionBacklogDeclared?
  {
    guard let repeats else { return nil }
    let threshold = try rules.backlogRepeats()
    guard repeats >= threshold.count else { return nil }
    return declareBacklog(.repeats, rule: threshold.rule, at: now)
  }

  /// Makes an open case backlog, for a reason.
  /// - Returns: the event; nil when it is backlog already, or not open.
  mutating func declareBacklog(
    _ reason: BacklogReason, rule: Contracts.RuleReference?, at now: Date
  ) -> PetitionBacklogDeclared? {
    guard isOpen, matter.backlog == nil else { return nil }
    let days = ShanghaiTime.day(of: now).days(since: ShanghaiTime.day(of: receivedAt))
    let event = PetitionBacklogDeclared(
      petitionId: id, petitionNumber: number, region: region, at: now, reason: reason, repeats: repeats,
      openDays: max(0, days), rule: rule)
    matter.backlog = Backlog(declared: event)
    return event
  }

  /// What a backlog case lacks before its answer may be filed: a leader (领导包案) and a visit to the scene (领导下访).
  var missingForBacklog: [String] {
    guard let backlog = matter.backlog else { return [] }
    var missing: [String] = []
    if backlog.leader == nil { missing.append("a leader is not named for the backlog case") }
    if backlog.visits.isEmpty { missing.append("no leader went to the scene of the backlog case") }
    return missing
  }
}
