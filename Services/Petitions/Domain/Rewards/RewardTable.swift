import Civics
import Contracts
import FoundationEssentials

/// The rule packs' table of rewards, and the conditions for one.
struct RewardTable: Sendable {
  /// The key of the claim period.
  static let claim = "petition.reward.claim"

  let amounts: [String: Money]
  let conditions: [RewardCondition]
  let rule: Contracts.RuleReference

  init(_ rules: PetitionRules) throws(RuleLookupError) {
    var amounts: [String: Money] = [:]
    for row in try rules.rules.table("petition.reward").rows {
      amounts[try row.text("level")] = try row.money("amount")
    }
    self.amounts = amounts
    conditions = try rules.rules.list("petition.reward.conditions").compactMap(RewardCondition.init(rawValue:))
    rule = try rules.reference("petition.reward")
  }

  /// What a report earns: by its highest item alone, never a sum.
  func award(
    _ request: RewardRequest, for findings: [Finding], isFirst: Bool
  ) throws(PetitionError) -> Award {
    var best: (level: String, amount: Money)?
    for (index, item) in request.items.enumerated() {
      guard let amount = amounts[item.level] else {
        throw .invalid(
          field: "body.items[\(index)].level",
          reason: "the table has the levels \(amounts.keys.sorted().joined(separator: ", "))")
      }
      guard let finding = findings.first(where: { $0.id == item.findingId }) else {
        throw .unknownFinding(item.findingId.lowercased)
      }
      guard finding.verified == true else { continue }
      if best.map({ $0.amount < amount }) ?? true { best = (item.level, amount) }
    }
    for condition in conditions {
      let holds =
        switch condition {
        case .verified: best != nil
        case .realName: request.realName
        case .targetClear: request.targetClear
        case .notKnownBefore: !request.knownBefore
        case .firstReporter: isFirst
        }
      if !holds { return .refused(condition.refusal) }
    }
    guard let best else { return .refused(.notVerified) }
    return .granted(level: best.level, amount: best.amount)
  }

  enum Award: Sendable, Equatable {
    case granted(level: String, amount: Money)
    case refused(RewardRefusal)
  }
}
