public import FoundationEssentials

/// The yearly plan with its tasks for each county and department was issued, or issued anew.
public struct AnnualPlanIssued: EventPayload {
  public static let type: EventType = .annualPlanIssued

  /// The bureau whose plan it is (GB/T 2260).
  public var region: String
  /// The year.
  public var year: Int
  /// 1 at first; a plan issued anew replaces the one before.
  public var version: Int
  /// When it happened, in business time.
  public var at: Date
  /// The tasks.
  public var tasks: [PlanTask]

  public init(region: String, year: Int, version: Int, at: Date, tasks: [PlanTask]) {
    self.region = region
    self.year = year
    self.version = version
    self.at = at
    self.tasks = tasks
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    region = try fields.region("region")
    year = try fields.integer("year", in: 2000...9999)
    version = try fields.integer("version", in: 1...10000)
    at = try fields.instant("at")
    tasks = try fields.objects("tasks", required: true, maximum: 512)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("region", region)
    object.set("year", year)
    object.set("version", version)
    object.set("at", at)
    object.set("tasks", tasks)
    return .object(object)
  }

  public var recordKey: String { "\(region) \(year)" }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
