import Contracts
import FoundationEssentials

/// What staff say of an entry that does not stand.
struct OwnCorrection: StaffFact {
  /// The entry, as it stands in the ledger.
  let entry: Fact
  var reason: CorrectionReason
  /// What holds of the same subject instead; empty when nothing does.
  var factCodes: [String]
  /// When it was found out; absent means now.
  var correctedAt: Date?
  /// When what holds instead happened or ended; absent means when the corrected fact did.
  var factAt: Date?
  var article: String?
  var evidence: [EvidenceReference]

  init(fields: JSONFields, entry: Fact) throws(ContractViolation) {
    self.entry = entry
    reason = try fields.code("reason")
    factCodes = try fields.strings("factCodes", maximum: 32)
    correctedAt = try fields.optionalInstant("correctedAt")
    factAt = try fields.optionalInstant("factAt")
    article = try fields.optionalString("article")
    evidence = try fields.objects("evidence", maximum: 32)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("entryId", entry.id)
    object.set("reason", code: reason)
    object.set("factCodes", factCodes)
    object.set("correctedAt", correctedAt)
    object.set("factAt", factAt)
    object.set("article", article)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  func report(source: String, key: String, content: [UInt8], now: Date) -> FactReport {
    FactReport(
      subject: entry.subject, region: entry.region, origin: .correction,
      kind: factCodes.isEmpty ? "fact.corrected" : "fact.changed", source: source,
      externalId: key, establishedAt: correctedAt ?? now, happenedAt: factAt ?? entry.happenedAt, codes: factCodes,
      article: article, evidence: evidence, amends: [entry.id], content: content)
  }
}
