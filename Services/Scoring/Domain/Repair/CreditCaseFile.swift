import Contracts
import FoundationEssentials

/// What a case about credit says, and what has become of it.
struct CreditCaseFile: JSONConvertible {
  /// The entries of the ledger that it is about.
  var entries: [EntryReference] = []
  var penaltyNumber: String?
  /// The body that decides; absent means the bureau itself.
  var decidedBy: String?
  /// What was asked for, in words of staff.
  var statement: String
  var evidence: [EvidenceReference] = []
  /// Until when it could be asked for.
  var requestDue: Contracts.DueDate?
  var clocks: [CreditClock] = []
  var isExtended = false
  var refusal: CreditCaseRefused?
  /// Of each instance; the last one holds.
  var decisions: [CreditCaseDecided] = []
  var notes: [CreditCaseNote] = []

  init(statement: String) {
    self.statement = statement
  }

  init(fields: JSONFields) throws(ContractViolation) {
    entries = try fields.objects("entries")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    decidedBy = try fields.optionalString("decidedBy")
    statement = try fields.text("statement", limit: 4096)
    evidence = try fields.objects("evidence")
    requestDue = try fields.optionalObject("requestDue")
    clocks = try fields.objects("clocks")
    isExtended = try fields.optionalBool("extended") ?? false
    refusal = try fields.optionalObject("refusal")
    decisions = try fields.objects("decisions")
    notes = try fields.objects("notes", maximum: .max)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("entries", entries)
    object.set("penaltyNumber", penaltyNumber)
    object.set("decidedBy", decidedBy)
    object.set("statement", statement)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    object.set("requestDue", requestDue)
    object.set("clocks", clocks)
    object.set("extended", isExtended ? true : nil)
    object.set("refusal", refusal)
    object.set("decisions", decisions.isEmpty ? nil : decisions)
    object.set("notes", notes)
    return .object(object)
  }
}
