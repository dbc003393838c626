import Contracts
import FoundationEssentials

/// Records a contact that staff made themselves.
struct RecordContact: PetitionStep {
  static let name = StepName.contact

  var number: Int
  var outcome: ContactOutcome
  var channel: ContactChannel?
  /// Where the proof is kept, such as the number of a recording or a delivery note.
  var proof: String?

  init(number: Int, outcome: ContactOutcome, channel: ContactChannel? = nil, proof: String? = nil) {
    self.number = number
    self.outcome = outcome
    self.channel = channel
    self.proof = proof
  }

  init(fields: JSONFields) throws(ContractViolation) {
    number = try fields.integer("contact", in: 1...3)
    outcome = try fields.code("outcome")
    channel = try fields.optionalCode("channel")
    proof = try fields.optionalString("proof", limit: 512)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("contact", number)
    object.set("outcome", code: outcome)
    object.set("channel", code: channel)
    object.set("proof", proof)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    if number == 2, petition.file.accepted == nil, petition.file.refused == nil {
      throw .invalid(field: "body.contact", reason: "contact 2 tells of acceptance or refusal: decide first")
    }
    if number == 3, petition.file.concluded == nil {
      throw .invalid(field: "body.contact", reason: "contact 3 tells the answer: conclude first")
    }
    if outcome == .delivered || outcome == .reached, channel == nil {
      throw .invalid(field: "body.channel", reason: "a contact that was made was made in some way")
    }
    var contact = petition.contact(number) ?? Contact(number: number)
    contact.outcome = outcome
    contact.at = circumstances.now
    contact.channel = channel
    contact.attempts = (contact.attempts ?? 0) + 1
    contact.proof = proof
    contact.byStaff = true
    petition.file.contacts.removeAll { $0.number == number }
    petition.file.contacts.append(contact)
    var event = petition.told(contact: number, outcome: outcome, at: circumstances.now)
    event.channel = channel
    event.attempts = contact.attempts
    return StepEffects(events: [event])
  }
}
