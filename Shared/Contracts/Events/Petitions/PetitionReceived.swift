public import FoundationEssentials

/// A complaint was registered (收到): every one is, at once (信访工作条例 §22–23).
public struct PetitionReceived: EventPayload {
  public static let type: EventType = .petitionReceived

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// How it came in.
  public var channel: IntakeChannel
  /// The class of the channel, derived from it.
  public var channelClass: IntakeClass
  /// The main kind of harm.
  public var category: Category
  /// All kinds, when there are several.
  public var categories: [Category]
  /// Whom it is about, when that is certain.
  public var subjectKey: String?
  /// When it happened, as the complainant says.
  public var occurredAt: Date?
  /// True when special secrecy was asked for.
  public var secret: Bool?
  /// How many pieces of material came with it.
  public var attachments: Int?
  /// How many petitions on the same matter came before; absent means none.
  public var earlierPetitions: Int?
  /// Who submitted it; absent means a citizen.
  public var submitter: Submitter?
  /// How many people came, for a visit; the visit counts as one batch.
  public var visitors: Int?
  /// The unit that the place and the kind belong to.
  public var unit: String?
  /// The due dates that run from here.
  public var dueDates: [DueDate]

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, channel: IntakeChannel,
    channelClass: IntakeClass, category: Category, categories: [Category] = [], subjectKey: String? = nil,
    occurredAt: Date? = nil, secret: Bool? = nil, attachments: Int? = nil, earlierPetitions: Int? = nil,
    submitter: Submitter? = nil, visitors: Int? = nil, unit: String? = nil, dueDates: [DueDate] = []
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.channel = channel
    self.channelClass = channelClass
    self.category = category
    self.categories = categories
    self.subjectKey = subjectKey
    self.occurredAt = occurredAt
    self.secret = secret
    self.attachments = attachments
    self.earlierPetitions = earlierPetitions
    self.submitter = submitter
    self.visitors = visitors
    self.unit = unit
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    channel = try fields.code("channel")
    channelClass = try fields.code("channelClass")
    category = try fields.code("category")
    categories = try fields.codes("categories")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    occurredAt = try fields.optionalInstant("occurredAt")
    secret = try fields.optionalBool("secret")
    attachments = try fields.optionalInteger("attachments")
    earlierPetitions = try fields.optionalInteger("earlierPetitions")
    submitter = try fields.optionalCode("submitter")
    visitors = try fields.optionalInteger("visitors")
    unit = try fields.optionalString("unit")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("channel", code: channel)
    object.set("channelClass", code: channelClass)
    object.set("category", code: category)
    object.set("categories", codes: categories.isEmpty ? nil : categories)
    object.set("subjectKey", subjectKey)
    object.set("occurredAt", occurredAt)
    object.set("secret", secret)
    object.set("attachments", attachments)
    object.set("earlierPetitions", earlierPetitions)
    object.set("submitter", code: submitter)
    object.set("visitors", visitors)
    object.set("unit", unit)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, category.rawValue),
    ]
  }
}
