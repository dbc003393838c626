import Contracts
import FoundationEssentials

/// How staff say a subject is called.
struct OwnRegistration {
  var region: String
  var title: String
  var kind: SubjectKind
  /// When this was registered; absent means now.
  var registeredAt: Date?

  init(fields: JSONFields, subject: String) throws(ContractViolation) {
    region = try fields.region("region")
    title = try fields.string("title")
    kind = try fields.code("kind")
    registeredAt = try fields.optionalInstant("registeredAt")
    try SubjectCheck.check(subject, "path.key", region: region, fields.path("region"))
  }

  func registration(of subject: String, source: String, key: String, now: Date) -> SubjectRegistration {
    SubjectRegistration(
      subject: subject, region: region, title: title, kind: kind, registeredAt: registeredAt ?? now, source: source,
      externalId: key)
  }
}
