public import FoundationEssentials

/// How a subject is called and what it does, as the register of pollution sources has it. The latest one holds.
public struct SubjectRegistered: EventPayload {
  public static let type: EventType = .subjectRegistered

  /// The sender's own number of the fact; with the source it is the fact's identity.
  public var factId: String
  /// The enterprise, agency or site.
  public var subjectKey: String
  /// Where it belongs (GB/T 2260).
  public var region: String
  /// When this was registered.
  public var registeredAt: Date
  /// The unit that speaks.
  public var authority: String?
  /// How it is called. Firms have public names; a site without licence is called by its trade and place, never by a person.
  public var title: String
  /// What it does.
  public var kind: SubjectKind

  public init(
    factId: String, subjectKey: String, region: String, registeredAt: Date, authority: String? = nil, title: String,
    kind: SubjectKind
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.registeredAt = registeredAt
    self.authority = authority
    self.title = title
    self.kind = kind
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    registeredAt = try fields.instant("registeredAt")
    authority = try fields.optionalString("authority")
    title = try fields.string("title")
    kind = try fields.code("kind")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("registeredAt", registeredAt)
    object.set("authority", authority)
    object.set("title", title)
    object.set("kind", code: kind)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, kind.rawValue),
    ]
  }
}
