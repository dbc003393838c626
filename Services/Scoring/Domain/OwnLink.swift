import Contracts
import FoundationEssentials

/// What staff say of the owner of a site.
struct OwnLink: StaffFact {
  /// The site's key and region.
  let site: String
  let region: String
  var ownerKey: String
  /// When this was established; absent means now.
  var linkedAt: Date?
  var article: String?
  var evidence: [EvidenceReference]

  init(fields: JSONFields, site: String, region: String) throws(ContractViolation) {
    self.site = site
    self.region = region
    ownerKey = try fields.subjectKey("ownerKey")
    linkedAt = try fields.optionalInstant("linkedAt")
    article = try fields.optionalString("article")
    evidence = try fields.objects("evidence", maximum: 32)
    try SubjectCheck.check(site: site, owner: ownerKey, fields.path("ownerKey"))
  }

  var json: JSON {
    var object = JSONObject()
    object.set("siteKey", site)
    object.set("ownerKey", ownerKey)
    object.set("linkedAt", linkedAt)
    object.set("article", article)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  func report(source: String, key: String, content: [UInt8], now: Date) -> FactReport {
    FactReport(
      subject: site, region: region, origin: .link, kind: "subject.linked", source: source, externalId: key,
      establishedAt: linkedAt ?? now, article: article, evidence: evidence, owner: ownerKey, content: content)
  }
}
