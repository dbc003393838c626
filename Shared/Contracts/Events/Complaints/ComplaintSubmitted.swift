public import FoundationEssentials

/// A citizen's complaint as a hotline sends it.
public struct ComplaintSubmitted: EventPayload {
  public static let type: EventType = .complaintSubmitted

  /// The hotline's own number of the matter. With the event's source it makes the petition's identity: the same two
  /// again are the same petition, or a supplement of it.
  public var externalId: String
  /// How it reached the hotline.
  public var channel: IntakeChannel
  /// Where the pollution is, not where the complainant lives (GB/T 2260, county level or above).
  public var region: String
  /// The main kind of harm.
  public var category: Category
  /// All kinds, when there are several; the main one may be among them.
  public var categories: [Category]
  /// The complainant's words. They never leave `petitions`.
  public var content: String
  /// Where it is, in words.
  public var location: String?
  /// When it happened or was first noticed.
  public var occurredAt: Date?
  /// Whom it is about.
  public var subject: ComplaintSubject?
  /// Who complains; absent for an anonymous report.
  public var reporter: Reporter?
  /// Material by address.
  public var attachments: [Attachment]
  /// Handle with special secrecy: the complainant fears retaliation.
  public var secret: Bool?
  /// False when the complainant asked not to be contacted; absent means true.
  public var wantsReply: Bool?
  /// Where it is, for maps and for routing.
  public var place: ComplaintPlace?
  /// The people who came, for a visit (来访批次).
  public var visit: VisitBatch?
  /// The number under which the bureau registered the submitter as a supervisor (环保监督员).
  public var supervisor: String?
  /// The number of the petition that this is more material for, as the petitioner was told it.
  public var addsTo: String?

  public init(
    externalId: String, channel: IntakeChannel, region: String, category: Category,
    categories: [Category] = [], content: String, location: String? = nil, occurredAt: Date? = nil,
    subject: ComplaintSubject? = nil, reporter: Reporter? = nil, attachments: [Attachment] = [],
    secret: Bool? = nil, wantsReply: Bool? = nil, place: ComplaintPlace? = nil, visit: VisitBatch? = nil,
    supervisor: String? = nil, addsTo: String? = nil
  ) {
    self.externalId = externalId
    self.channel = channel
    self.region = region
    self.category = category
    self.categories = categories
    self.content = content
    self.location = location
    self.occurredAt = occurredAt
    self.subject = subject
    self.reporter = reporter
    self.attachments = attachments
    self.secret = secret
    self.wantsReply = wantsReply
    self.place = place
    self.visit = visit
    self.supervisor = supervisor
    self.addsTo = addsTo
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    externalId = try fields.string("externalId", limit: 128)
    channel = try fields.code("channel")
    region = try fields.region("region")
    category = try fields.code("category")
    categories = try fields.codes("categories")
    content = try fields.text("content", limit: 32768)
    location = try fields.optionalText("location", limit: 2048)
    occurredAt = try fields.optionalInstant("occurredAt")
    subject = try fields.optionalObject("subject")
    reporter = try fields.optionalObject("reporter")
    attachments = try fields.objects("attachments", maximum: 32)
    secret = try fields.optionalBool("secret")
    wantsReply = try fields.optionalBool("wantsReply")
    place = try fields.optionalObject("place")
    visit = try fields.optionalObject("visit")
    supervisor = try fields.optionalString("supervisor", limit: 64)
    addsTo = try fields.optionalString("addsTo", limit: 64)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("externalId", externalId)
    object.set("channel", code: channel)
    object.set("region", region)
    object.set("category", code: category)
    object.set("categories", codes: categories.isEmpty ? nil : categories)
    object.set("content", content)
    object.set("location", location)
    object.set("occurredAt", occurredAt)
    object.set("subject", subject)
    object.set("reporter", reporter)
    object.set("attachments", attachments.isEmpty ? nil : attachments)
    object.set("secret", secret)
    object.set("wantsReply", wantsReply)
    object.set("place", place)
    object.set("visit", visit)
    object.set("supervisor", supervisor)
    object.set("addsTo", addsTo)
    return .object(object)
  }

  public var recordKey: String { externalId }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, category.rawValue),
    ]
  }
}
