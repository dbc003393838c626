import Contracts
import FoundationEssentials

/// Records that staff told the petitioner themselves what no message could: a takeover, an extension, a decision on a
/// review. Or that they tried in vain, which counts when they say so.
struct RecordNotice: PetitionStep {
  static let name = StepName.notice

  /// What was told.
  var notice: NoticeKind
  var outcome: ContactOutcome
  var channel: ContactChannel?
  /// Where the proof is kept, such as the number of a recording or a delivery note.
  var proof: String?

  init(notice: NoticeKind, outcome: ContactOutcome, channel: ContactChannel? = nil, proof: String? = nil) {
    self.notice = notice
    self.outcome = outcome
    self.channel = channel
    self.proof = proof
  }

  init(fields: JSONFields) throws(ContractViolation) {
    notice = try fields.code("notice")
    outcome = try fields.code("outcome")
    channel = try fields.optionalCode("channel")
    proof = try fields.optionalString("proof", limit: 512)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("notice", code: notice)
    object.set("outcome", code: outcome)
    object.set("channel", code: channel)
    object.set("proof", proof)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    guard let index = petition.file.notices.lastIndex(where: { $0.kind == notice && !$0.isDone }) else {
      throw .invalid(field: "body.notice", reason: "no notice of this kind is owed")
    }
    if outcome == .delivered || outcome == .reached, channel == nil {
      throw .invalid(field: "body.channel", reason: "a notice that was given was given in some way")
    }
    var given = petition.file.notices[index]
    given.outcome = outcome
    given.at = circumstances.now
    given.channel = channel
    given.attempts = (given.attempts ?? 0) + 1
    given.proof = proof
    given.byStaff = true
    petition.file.notices[index] = given
    return StepEffects(events: [
      PetitionNotified(
        petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: circumstances.now,
        notice: notice, outcome: outcome, channel: channel, attempts: given.attempts)
    ])
  }
}
