import Contracts
import FoundationEssentials

/// Decides a finding. Only a verified one is told to the world: scores fall and clues to compensation open by it.
struct Verify: PetitionStep {
  static let name = StepName.verify

  /// The finding; nil when the case has one open finding alone.
  var findingId: UUID?
  var verified: Bool

  init(findingId: UUID? = nil, verified: Bool) {
    self.findingId = findingId
    self.verified = verified
  }

  init(fields: JSONFields) throws(ContractViolation) {
    findingId = try fields.optionalUUID("findingId")
    verified = try fields.bool("verified")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("findingId", findingId)
    object.set("verified", verified)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let index = try index(in: petition.file.findings)
    petition.file.findings[index].verified = verified
    let finding = petition.file.findings[index]
    guard verified else { return StepEffects() }
    return StepEffects(events: [
      PetitionVerified(
        petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: circumstances.now,
        findingId: finding.id, verified: true, subjectKey: finding.subjectKey, factCodes: finding.factCodes,
        factAt: finding.factAt, damageSuspected: finding.damageSuspected, article: finding.article,
        category: finding.category, evidence: finding.evidence, unit: petition.unit)
    ])
  }

  private func index(in findings: [Finding]) throws(PetitionError) -> Int {
    guard let findingId else {
      let open = findings.indices.filter { findings[$0].verified == nil }
      guard let only = open.first, open.count == 1 else {
        throw .invalid(field: "body.findingId", reason: "several findings are open: name one")
      }
      return only
    }
    guard let index = findings.firstIndex(where: { $0.id == findingId }) else {
      throw .unknownFinding(findingId.lowercased)
    }
    guard findings[index].verified == nil else { throw .findingDecided(findingId.lowercased) }
    return index
  }
}
