import Contracts
import FoundationEssentials

/// An application for a repair, an objection, a review or a lawsuit as staff enter it.
struct CreditApplication: JSONConvertible {
  let kind: CreditCaseKind
  let subjectKey: String
  /// The entries of the ledger that it is about; absent means all decisions of the penalty case.
  let entries: [EntryReference]
  let penaltyNumber: String?
  /// The body that decides, for a review or a lawsuit.
  let decidedBy: String?
  /// When it was handed in; absent means now.
  let filedAt: Date?
  /// When the subject learnt of the act; absent means when the entry was established.
  let knownAt: Date?
  /// What is asked for, in words of staff.
  let statement: String
  let evidence: [EvidenceReference]

  init(fields: JSONFields) throws(ContractViolation) {
    kind = try fields.code("kind")
    subjectKey = try fields.subjectKey("subjectKey")
    entries = try fields.objects("entries", maximum: 32)
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    decidedBy = try fields.optionalString("decidedBy")
    filedAt = try fields.optionalInstant("filedAt")
    knownAt = try fields.optionalInstant("knownAt")
    statement = try fields.text("statement", limit: 4096)
    evidence = try fields.objects("evidence", maximum: 32)
    guard !entries.isEmpty || penaltyNumber != nil else { throw fields.violation(.fieldMissing, "entries") }
    guard decidedBy != nil || kind == .repair || kind == .objection else {
      throw fields.violation(.fieldMissing, "decidedBy")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("kind", code: kind)
    object.set("subjectKey", subjectKey)
    object.set("entries", entries.isEmpty ? nil : entries)
    object.set("penaltyNumber", penaltyNumber)
    object.set("decidedBy", decidedBy)
    object.set("filedAt", filedAt)
    object.set("knownAt", knownAt)
    object.set("statement", statement)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  /// The entries it is about, among the subject's own.
  func targets(in facts: [Fact]) throws(CreditError) -> [Fact] {
    let own = facts.filter { $0.subject == subjectKey }
    guard !entries.isEmpty else {
      let decided = own.filter {
        $0.penaltyNumber == penaltyNumber && $0.kind == CaseRecordKind.penaltyDecided.rawValue
      }
      guard !decided.isEmpty else {
        throw .invalid(field: "body.penaltyNumber", reason: "no decision of this case is in the subject's ledger")
      }
      return decided
    }
    var targets: [Fact] = []
    for entry in entries {
      guard let fact = own.first(where: { $0.id == entry.entryId }) else { throw .unknownEntry(entry.entryId) }
      if !targets.contains(where: { $0.id == fact.id }) { targets.append(fact) }
    }
    return targets
  }
}
