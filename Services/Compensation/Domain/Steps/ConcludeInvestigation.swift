import Contracts
import FoundationEssentials

/// Concludes the investigation (调查结论): the case goes on to the assessment, or waits for its end.
///
/// Where the penalty side investigated (双调查) the conclusion may be the first that is said of an investigation.
struct ConcludeInvestigation: CaseStep {
  static let name = StepName.concludeInvestigation

  var damage: Bool
  var proposal: InvestigationProposal
  var factCodes: [String]
  /// Existence, extent and degree of the damage, in words.
  var summary: String?
  /// Documents to file with it, as the report.
  var documents: [FileDocument]

  init(
    damage: Bool, proposal: InvestigationProposal, factCodes: [String] = [], summary: String? = nil,
    documents: [FileDocument] = []
  ) {
    self.damage = damage
    self.proposal = proposal
    self.factCodes = factCodes
    self.summary = summary
    self.documents = documents
  }

  init(fields: JSONFields) throws(ContractViolation) {
    damage = try fields.bool("damage")
    proposal = try fields.code("proposal")
    factCodes = try fields.strings("factCodes", maximum: 32)
    summary = try fields.optionalText("summary", limit: 8192)
    documents = try fields.objects("documents", maximum: 16)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("damage", damage)
    object.set("proposal", code: proposal)
    object.set("factCodes", factCodes.isEmpty ? nil : factCodes)
    object.set("summary", summary)
    object.set("documents", documents.isEmpty ? nil : documents)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    guard damage || proposal == .end else {
      throw .invalid(field: "body.proposal", reason: "without damage there is nothing to claim")
    }
    if compensation.status == .filed { try compensation.enter(.investigation, in: circumstances) }
    for document in documents { _ = try document.take(on: &compensation, in: circumstances) }
    for code in factCodes where !compensation.file.factCodes.contains(code) {
      guard compensation.file.factCodes.count < CaseFile.longest else { throw .full("fact codes") }
      compensation.file.factCodes.append(code)
    }
    compensation.file.investigation = Investigation(
      at: circumstances.now, damage: damage, proposal: proposal, summary: summary, actor: circumstances.actor)
    if proposal == .claim { try compensation.enter(.assessment, in: circumstances) }
    return [
      CompensationInvestigated(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, damage: damage, proposal: proposal, factCodes: factCodes)
    ]
  }
}
