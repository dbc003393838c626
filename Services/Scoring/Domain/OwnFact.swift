import Contracts
import FoundationEssentials

/// A fact of enforcement as staff enter it.
struct OwnFact: JSONConvertible, StaffFact {
  var subjectKey: String
  var region: String
  var origin: FactOrigin
  var factCodes: [String]
  /// When it was established; absent means now.
  var establishedAt: Date?
  /// When it happened or ended; absent means when it was established.
  var factAt: Date?
  var article: String?
  var evidence: [EvidenceReference]

  /// What staff may enter; the rest comes from the services that know it.
  static let origins: [FactOrigin] = [.inspection, .penalty]

  init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    origin = try fields.optionalCode("origin") ?? .inspection
    factCodes = try fields.strings("factCodes", required: true, maximum: 32)
    establishedAt = try fields.optionalInstant("establishedAt")
    factAt = try fields.optionalInstant("factAt")
    article = try fields.optionalString("article")
    evidence = try fields.objects("evidence", maximum: 32)
    guard OwnFact.origins.contains(origin) else {
      throw fields.violation(
        .fieldUnknownValue, "origin",
        "Staff may enter facts of \(OwnFact.origins.map(\.rawValue).joined(separator: " or ")) only.")
    }
    try SubjectCheck.check(subjectKey, fields.path("subjectKey"), region: region, fields.path("region"))
  }

  var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("origin", code: origin)
    object.set("factCodes", factCodes)
    object.set("establishedAt", establishedAt)
    object.set("factAt", factAt)
    object.set("article", article)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  func report(source: String, key: String, content: [UInt8], now: Date) -> FactReport {
    FactReport(
      subject: subjectKey, region: region, origin: origin, kind: "staff.recorded", source: source, externalId: key,
      establishedAt: establishedAt ?? now, happenedAt: factAt, codes: factCodes, article: article, evidence: evidence,
      content: content)
  }
}
