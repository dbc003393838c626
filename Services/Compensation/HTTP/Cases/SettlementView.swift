import Contracts
import FoundationEssentials

/// What a case holds of experts, negotiation, agreement and restoration, as staff see it.
enum SettlementView {
  /// The papers of a suit are had on their own.
  static func json(_ settlement: Settlement) -> JSON {
    var object = settlement.json.object ?? JSONObject()
    if var suit = settlement.suit?.json.object {
      suit["text"] = nil
      object.set("suit", .object(suit))
    }
    if let project = settlement.project { object.set("lacking", project.lacking) }
    return .object(object)
  }
}
