import Contracts
import FoundationEssentials

/// What a panel proposes, from the opinions of its experts.
enum PanelProposal {
  /// For each case the middle of the amounts named; of an even number the mean of the two in the middle, halves up. One
  /// expert alone cannot move it far. Cases for which no expert named an amount have none.
  static func amounts(_ opinions: [ExpertOpinion], cases: [UUID]) -> [CaseAmount] {
    var named: [UUID: [Int64]] = [:]
    for amount in opinions.flatMap(\.amounts) { named[amount.caseId, default: []].append(amount.amountFen) }
    return cases.compactMap { caseId in
      guard let amounts = named[caseId]?.sorted(), !amounts.isEmpty else { return nil }
      let upper = amounts[amounts.count / 2]
      let lower = amounts[(amounts.count - 1) / 2]
      return CaseAmount(caseId: caseId, amountFen: lower + (upper - lower + 1) / 2)
    }
  }

  /// What most of the experts say who say anything; nil where no view has most.
  static func restorability(_ opinions: [ExpertOpinion]) -> Restorability? {
    let views = opinions.compactMap(\.restorability)
    return Restorability.allCases.first { view in views.count { $0 == view } * 2 > views.count }
  }
}
