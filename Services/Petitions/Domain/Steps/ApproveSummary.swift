import Contracts

/// Approves the summary that was written: from now on it goes out instead of the complainant's words.
struct ApproveSummary: PetitionStep {
  static let name = StepName.approveSummary

  init() {}

  init(fields: JSONFields) throws(ContractViolation) {}

  var json: JSON { .object(JSONObject()) }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    guard let draft = petition.file.draft else {
      throw .outOfTurn(
        Self.name, status: petition.status, missing: ["no summary waits for approval"], next: [.summarise])
    }
    let approved = ApprovedSummary(
      text: draft.text, revision: (petition.file.summary?.revision ?? 0) + 1, by: circumstances.actor,
      at: circumstances.now)
    petition.file.summary = approved
    petition.file.draft = nil
    let event = PetitionSummarised(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: circumstances.now,
      revision: approved.revision, secret: petition.isSecret ? true : nil, summary: petition.publicSummary)
    return StepEffects(events: [event])
  }
}
