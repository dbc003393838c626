public import FoundationEssentials

/// A year of the one account was audited.
public struct AccountYearAudited: EventPayload {
  public static let type: EventType = .accountYearAudited

  /// The year.
  public var year: Int
  /// Whose account it is (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// What was found.
  public var verdict: AuditVerdict
  /// SHA-256 over the entries that were audited.
  public var digest: String
  /// How many findings there are.
  public var findings: Int
  /// Whether it was audited within the period.
  public var onTime: Bool

  public init(year: Int, region: String, at: Date, verdict: AuditVerdict, digest: String, findings: Int, onTime: Bool) {
    self.year = year
    self.region = region
    self.at = at
    self.verdict = verdict
    self.digest = digest
    self.findings = findings
    self.onTime = onTime
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    year = try fields.integer("year", in: 2000...9999)
    region = try fields.region("region")
    at = try fields.instant("at")
    verdict = try fields.code("verdict")
    digest = try fields.sha256("digest")
    findings = try fields.integer("findings")
    onTime = try fields.bool("onTime")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("year", year)
    object.set("region", region)
    object.set("at", at)
    object.set("verdict", code: verdict)
    object.set("digest", digest)
    object.set("findings", findings)
    object.set("onTime", onTime)
    return .object(object)
  }

  public var recordKey: String { "\(region) \(year)" }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, verdict.rawValue)]
  }
}
