import Contracts
import FoundationEssentials

/// That one of the parties confirms the panel.
struct PanelConfirmation: JSONConvertible {
  var party: PanelParty
  var at: Date
  var document: EvidenceReference?

  init(
    party: PanelParty, at: Date, document: EvidenceReference? = nil
  ) {
    self.party = party
    self.at = at
    self.document = document
  }

  init(fields: JSONFields) throws(ContractViolation) {
    party = try fields.code("party")
    at = try fields.instant("at")
    document = try fields.optionalObject("document")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("party", code: party)
    object.set("at", at)
    object.set("document", document)
    return .object(object)
  }
}
