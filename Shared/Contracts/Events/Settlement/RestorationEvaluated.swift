public import FoundationEssentials

/// The effect of a restoration was evaluated (修复效果评估).
public struct RestorationEvaluated: EventPayload {
  public static let type: EventType = .restorationEvaluated

  /// The case.
  public var caseId: UUID
  /// The case's number for people.
  public var caseNumber: String
  /// The region of the damage (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Who is liable; absent when unknown.
  public var subjectKey: String?
  /// The batch (集约办案) it was done in.
  public var batchId: UUID?
  /// The project.
  public var projectId: UUID
  /// Which evaluation of the project it is, from 1.
  public var evaluation: Int
  /// Whether its goals are met; if not it goes on.
  public var met: Bool
  /// The body that evaluated; absent for experts and the bureau itself.
  public var evaluatorKey: String?
  /// SHA-256 of the report.
  public var documentSha256: String?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, batchId: UUID? = nil,
    projectId: UUID, evaluation: Int, met: Bool, evaluatorKey: String? = nil, documentSha256: String? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.batchId = batchId
    self.projectId = projectId
    self.evaluation = evaluation
    self.met = met
    self.evaluatorKey = evaluatorKey
    self.documentSha256 = documentSha256
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    batchId = try fields.optionalUUID("batchId")
    projectId = try fields.uuid("projectId")
    evaluation = try fields.integer("evaluation")
    met = try fields.bool("met")
    evaluatorKey = try fields.optionalSubjectKey("evaluatorKey")
    documentSha256 = try fields.optionalSHA256("documentSha256")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("batchId", batchId)
    object.set("projectId", projectId)
    object.set("evaluation", evaluation)
    object.set("met", met)
    object.set("evaluatorKey", evaluatorKey)
    object.set("documentSha256", documentSha256)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
