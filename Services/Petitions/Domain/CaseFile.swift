import Contracts
import FoundationEssentials

/// What has happened with a petition since it was received; empty at first, and then not stored at all.
///
/// Facts of the past are kept as the public events that told them.
struct CaseFile: JSONConvertible {
  @Boxed var accepted: PetitionAccepted? = nil
  @Boxed var refused: PetitionRefused? = nil
  @Boxed var assigned: PetitionAssigned? = nil
  var transfers: [PetitionTransferred] = []
  var findings: [Finding] = []
  @Boxed var handled: PetitionHandled? = nil
  @Boxed var concluded: PetitionConcluded? = nil
  var rechecks: [PetitionRechecked] = []
  @Boxed var published: PetitionPublished? = nil
  var calls: [PetitionCalledBack] = []
  @Boxed var archived: PetitionArchived? = nil
  var contacts: [Contact] = []
  var outcomes: [CaseOutcome] = []

  init() {}

  /// The last check on the spot, if it held.
  var passedRecheck: PetitionRechecked? { rechecks.last.flatMap { $0.passed ? $0 : nil } }

  init(fields: JSONFields) throws(ContractViolation) {
    accepted = try fields.optionalObject("accepted")
    refused = try fields.optionalObject("refused")
    assigned = try fields.optionalObject("assigned")
    transfers = try fields.objects("transfers", maximum: .max)
    findings = try fields.objects("findings", maximum: .max)
    handled = try fields.optionalObject("handled")
    concluded = try fields.optionalObject("concluded")
    rechecks = try fields.objects("rechecks", maximum: .max)
    published = try fields.optionalObject("published")
    calls = try fields.objects("calls", maximum: .max)
    archived = try fields.optionalObject("archived")
    contacts = try fields.objects("contacts", maximum: .max)
    outcomes = try fields.objects("outcomes", maximum: .max)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("accepted", accepted)
    object.set("refused", refused)
    object.set("assigned", assigned)
    object.set("transfers", transfers.isEmpty ? nil : transfers)
    object.set("findings", findings.isEmpty ? nil : findings)
    object.set("handled", handled)
    object.set("concluded", concluded)
    object.set("rechecks", rechecks.isEmpty ? nil : rechecks)
    object.set("published", published)
    object.set("calls", calls.isEmpty ? nil : calls)
    object.set("archived", archived)
    object.set("contacts", contacts.isEmpty ? nil : contacts)
    object.set("outcomes", outcomes.isEmpty ? nil : outcomes)
    return .object(object)
  }
}
