import Contracts
import FoundationEssentials

/// What a party brings to the chance: a seed that it keeps secret until the pool is fixed, or nothing.
struct CommitSeed: DrawStep {
  static let name = "commit"

  var party: PanelParty
  /// SHA-256 as `ecoredress-draw-1` defines it; absent when the party leaves the chance to the others.
  var commitment: String?

  init(
    party: PanelParty, commitment: String? = nil
  ) {
    self.party = party
    self.commitment = commitment
  }

  init(fields: JSONFields) throws(ContractViolation) {
    party = try fields.code("party")
    commitment = try fields.optionalSHA256("commitment")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("party", code: party)
    object.set("commitment", commitment)
    return .object(object)
  }

  func take(
    on draw: inout ExpertDraw, in circumstances: DrawCircumstances
  ) throws(ExpertDrawError) -> [any EventPayload] {
    try draw.require(.committed, for: Self.name)
    guard !draw.file.contributions.contains(where: { $0.party == party }) else { throw .doneBefore(party) }
    draw.file.contributions.append(
      PanelContribution(party: party, commitment: commitment, at: circumstances.now))
    return []
  }
}
