import Contracts
import FoundationEssentials

/// The opinion of one expert of the panel; with the last one the panel has spoken.
struct GiveOpinion: DrawStep {
  static let name = "opine"

  var expertNumber: String
  /// What each case's damage is worth, in fen; for every case of the draw, or for none.
  var amounts: [CaseAmount]
  var restorability: Restorability?
  /// The signed opinion.
  var document: EvidenceReference?
  var remark: String?

  init(
    expertNumber: String, amounts: [CaseAmount] = [], restorability: Restorability? = nil,
    document: EvidenceReference? = nil, remark: String? = nil
  ) {
    self.expertNumber = expertNumber
    self.amounts = amounts
    self.restorability = restorability
    self.document = document
    self.remark = remark
  }

  init(fields: JSONFields) throws(ContractViolation) {
    expertNumber = try fields.string("expertNumber")
    amounts = try fields.objects("amounts", maximum: 500)
    restorability = try fields.optionalCode("restorability")
    document = try fields.optionalObject("document")
    remark = try fields.optionalText("remark", limit: 4096)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("expertNumber", expertNumber)
    object.set("amounts", amounts.isEmpty ? nil : amounts)
    object.set("restorability", code: restorability)
    object.set("document", document)
    object.set("remark", remark)
    return .object(object)
  }

  func take(
    on draw: inout ExpertDraw, in circumstances: DrawCircumstances
  ) throws(ExpertDrawError) -> [any EventPayload] {
    try draw.require(.confirmed, for: Self.name)
    guard draw.panel.contains(expertNumber) else { throw .notOnPanel(expertNumber) }
    guard !draw.file.opinions.contains(where: { $0.expertNumber == expertNumber }) else {
      throw .opinionGiven(expertNumber)
    }
    guard amounts.isEmpty || Set(amounts.map(\.caseId)) == Set(draw.caseIds) && amounts.count == draw.caseIds.count
    else { throw .amountsOfOtherCases }
    draw.file.opinions.append(
      ExpertOpinion(
        expertNumber: expertNumber, at: circumstances.now, amounts: amounts, restorability: restorability,
        document: document, remark: remark))
    guard draw.file.opinions.count == draw.panel.count else { return [] }
    draw.status = .concluded
    draw.file.combined = PanelProposal.amounts(draw.file.opinions, cases: draw.caseIds)
    draw.file.restorability = PanelProposal.restorability(draw.file.opinions)
    return [
      ExpertOpinionsCompleted(
        drawId: draw.id, region: draw.region, at: circumstances.now, caseIds: draw.caseIds.map(\.lowercased),
        opinions: draw.file.opinions.count, amounts: draw.file.combined, restorability: draw.file.restorability)
    ]
  }
}
