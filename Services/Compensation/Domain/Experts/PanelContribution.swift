import Contracts
import FoundationEssentials

/// What one of the parties brings to the chance of a draw.
struct PanelContribution: JSONConvertible {
  var party: PanelParty
  /// What binds its seed; absent when it leaves the chance to the others.
  var commitment: String?
  /// The seed, once revealed.
  var seed: String?
  var at: Date

  init(
    party: PanelParty, commitment: String? = nil, seed: String? = nil, at: Date
  ) {
    self.party = party
    self.commitment = commitment
    self.seed = seed
    self.at = at
  }

  init(fields: JSONFields) throws(ContractViolation) {
    party = try fields.code("party")
    commitment = try fields.optionalSHA256("commitment")
    seed = try fields.optionalSHA256("seed")
    at = try fields.instant("at")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("party", code: party)
    object.set("commitment", commitment)
    object.set("seed", seed)
    object.set("at", at)
    return .object(object)
  }

  /// As events tell it; nil for a party that leaves the chance to the others.
  var told: SeedContribution? {
    commitment.map { SeedContribution(contributor: party.rawValue, commitment: $0, seed: seed) }
  }
}
