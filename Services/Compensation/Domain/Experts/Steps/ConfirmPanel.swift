import Contracts
import FoundationEssentials

/// That a party confirms the panel. With both, the panel is entrusted (委托).
struct ConfirmPanel: DrawStep {
  static let name = "confirm"
  static let experts = DrawnExperts.panel

  var party: PanelParty
  /// The signed confirmation.
  var document: EvidenceReference?

  init(
    party: PanelParty, document: EvidenceReference? = nil
  ) {
    self.party = party
    self.document = document
  }

  init(fields: JSONFields) throws(ContractViolation) {
    party = try fields.code("party")
    document = try fields.optionalObject("document")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("party", code: party)
    object.set("document", document)
    return .object(object)
  }

  func take(
    on draw: inout ExpertDraw, in circumstances: DrawCircumstances
  ) throws(ExpertDrawError) -> [any EventPayload] {
    try draw.require(.drawn, for: Self.name)
    guard !draw.file.confirmations.contains(where: { $0.party == party }) else { throw .doneBefore(party) }
    // The register may know more by now than when the pool was fixed.
    for expert in circumstances.experts {
      if let ground = expert.conflict(with: draw.file.subjectKeys) { throw .mustStandBack(expert.number, ground) }
    }
    draw.file.confirmations.append(PanelConfirmation(party: party, at: circumstances.now, document: document))
    guard PanelParty.allCases.allSatisfy({ party in draw.file.confirmations.contains { $0.party == party } }) else {
      return []
    }
    draw.status = .confirmed
    draw.file.confirmedAt = circumstances.now
    return [
      ExpertPanelConfirmed(
        drawId: draw.id, region: draw.region, at: circumstances.now, caseIds: draw.caseIds.map(\.lowercased),
        panel: draw.panel)
    ]
  }
}
