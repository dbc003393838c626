import Civics
import Contracts
import FoundationEssentials

/// The seed that a party committed to, now that the pool is fixed.
struct RevealSeed: DrawStep {
  static let name = "reveal"

  var party: PanelParty
  /// 64 hexadecimal digits.
  var seed: String

  init(
    party: PanelParty, seed: String
  ) {
    self.party = party
    self.seed = seed
  }

  init(fields: JSONFields) throws(ContractViolation) {
    party = try fields.code("party")
    seed = try fields.sha256("seed")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("party", code: party)
    object.set("seed", seed)
    return .object(object)
  }

  func take(
    on draw: inout ExpertDraw, in circumstances: DrawCircumstances
  ) throws(ExpertDrawError) -> [any EventPayload] {
    try draw.require(.poolFixed, for: Self.name)
    guard let index = draw.file.contributions.firstIndex(where: { $0.party == party }),
      let commitment = draw.file.contributions[index].commitment
    else { throw .partyMissing(party) }
    guard draw.file.contributions[index].seed == nil else { throw .doneBefore(party) }
    let revealed: DrawSeed
    do throws(DrawError) {
      revealed = try DrawSeed(contributor: party.rawValue, hexadecimal: seed)
    } catch { throw .draw(error) }
    guard revealed.commitment(for: draw.purpose) == commitment else { throw .notCommittedTo }
    draw.file.contributions[index].seed = seed
    return []
  }
}
