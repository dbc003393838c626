import Contracts
import FoundationEssentials

/// What was found on the spot about one subject.
struct Finding: JSONConvertible {
  let id: UUID
  /// Whom it concerns, `uscc:…` or `site:…`; nil when unknown.
  var subjectKey: String?
  /// What was found, as codes of the rule packs, such as `sanluanwu`.
  var factCodes: [String]
  /// When the fact happened or ended: it decides which rules apply.
  var factAt: Date?
  var category: Category
  /// Whether the environment may be damaged.
  var damageSuspected: Bool
  /// The article broken.
  var article: String?
  var evidence: [EvidenceReference]
  /// What staff decided; nil while open.
  var verified: Bool?

  init(
    id: UUID, subjectKey: String?, factCodes: [String], factAt: Date?, category: Category, damageSuspected: Bool,
    article: String?, evidence: [EvidenceReference], verified: Bool? = nil
  ) {
    self.id = id
    self.subjectKey = subjectKey
    self.factCodes = factCodes
    self.factAt = factAt
    self.category = category
    self.damageSuspected = damageSuspected
    self.article = article
    self.evidence = evidence
    self.verified = verified
  }

  init(fields: JSONFields) throws(ContractViolation) {
    id = try fields.uuid("id")
    subjectKey = try fields.optionalString("subjectKey")
    factCodes = try fields.strings("factCodes", maximum: 32)
    factAt = try fields.optionalInstant("factAt")
    category = try fields.code("category")
    damageSuspected = try fields.bool("damageSuspected")
    article = try fields.optionalString("article")
    evidence = try fields.objects("evidence", maximum: 32)
    verified = try fields.optionalBool("verified")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("id", id)
    object.set("subjectKey", subjectKey)
    object.set("factCodes", factCodes)
    object.set("factAt", factAt)
    object.set("category", code: category)
    object.set("damageSuspected", damageSuspected)
    object.set("article", article)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    object.set("verified", verified)
    return .object(object)
  }
}
