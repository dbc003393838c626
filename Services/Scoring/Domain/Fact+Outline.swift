import Contracts
import FoundationEssentials

extension Fact {
  /// As much of an entry as the sum of a plain ledger takes from it (``Ledger/isPlain``): when it counts from, what its lines
  /// are worth, where it belongs. It is not to be shown, amended or compared.
  static func outline(
    id: UUID, subject: String, region: String, from: Date, isAssessment: Bool, lines: [FactLine]
  ) -> Fact {
    Fact(
      id: id, subject: subject, region: region, origin: .inspection, kind: "", source: "", externalId: "", from: from,
      happenedAt: from, article: nil, evidence: [], petitionId: nil, penaltyNumber: nil, isAssessment: isAssessment,
      client: nil, owner: nil, amends: [], amendsCase: nil, withdraws: .nothing, content: [], correlation: "",
      lines: lines)
  }
}
