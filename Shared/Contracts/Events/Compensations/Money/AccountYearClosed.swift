public import FoundationEssentials

/// A year of the one account was closed: nothing can be booked in it any more.
public struct AccountYearClosed: EventPayload {
  public static let type: EventType = .accountYearClosed

  /// The year.
  public var year: Int
  /// Whose account it is (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// On the account at its beginning, in fen.
  public var openingFen: Int64
  /// Received in it, in fen.
  public var receivedFen: Int64
  /// Paid out in it, in fen.
  public var spentFen: Int64
  /// On the account at its end, in fen.
  public var closingFen: Int64
  /// Of this, received and matched to no case, in fen.
  public var suspenseFen: Int64
  /// How many entries the year has.
  public var entries: Int
  /// SHA-256 over the entries of the year, in their order: what an audit is about.
  public var digest: String
  /// By when it must be audited.
  public var dueDates: [DueDate]

  public init(
    year: Int, region: String, at: Date, openingFen: Int64, receivedFen: Int64, spentFen: Int64, closingFen: Int64,
    suspenseFen: Int64, entries: Int, digest: String, dueDates: [DueDate]
  ) {
    self.year = year
    self.region = region
    self.at = at
    self.openingFen = openingFen
    self.receivedFen = receivedFen
    self.spentFen = spentFen
    self.closingFen = closingFen
    self.suspenseFen = suspenseFen
    self.entries = entries
    self.digest = digest
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    year = try fields.integer("year", in: 2000...9999)
    region = try fields.region("region")
    at = try fields.instant("at")
    openingFen = try fields.fen("openingFen")
    receivedFen = try fields.fen("receivedFen")
    spentFen = try fields.fen("spentFen")
    closingFen = try fields.fen("closingFen")
    suspenseFen = try fields.fen("suspenseFen")
    entries = try fields.integer("entries")
    digest = try fields.sha256("digest")
    dueDates = try fields.objects("dueDates", required: true, maximum: 4)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("year", year)
    object.set("region", region)
    object.set("at", at)
    object.set("openingFen", openingFen)
    object.set("receivedFen", receivedFen)
    object.set("spentFen", spentFen)
    object.set("closingFen", closingFen)
    object.set("suspenseFen", suspenseFen)
    object.set("entries", entries)
    object.set("digest", digest)
    object.set("dueDates", dueDates)
    return .object(object)
  }

  public var recordKey: String { "\(region) \(year)" }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
