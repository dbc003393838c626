extension Topic {
  /// Complaints from hotlines. Raw, with identities: read by `petitions` alone. Kept twice the least of seven days, so
  /// that the alarm at half of the retention leaves a week.
  public static let complaints = Topic(
    name: "complaints", purpose: .inbound, cleanup: .delete(after: days(14)), writers: ["hotlines"],
    readers: ["petitions"], key: "any, or none", isRestricted: true)

  /// What became of each complaint record: registered, a duplicate, a supplement, rejected, delayed.
  public static let complaintReceipts = Topic(
    name: "complaints.receipts", purpose: .events, cleanup: .delete(after: days(30)), writers: ["petitions"],
    readers: ["hotlines"], key: "the complaint's source and externalId")

  /// How each complaint stands, for the screens of the hotline it came from; without identities and without words.
  public static let complaintStatuses = Topic(
    name: "complaints.statuses", purpose: .events, cleanup: .delete(after: days(30)), writers: ["petitions"],
    readers: ["hotlines"], key: "the complaint's source and externalId")

  /// Facts found by enforcement: inspections, penalties, rectification, study, apologies.
  public static let enforcement = Topic(
    name: "enforcement", purpose: .inbound, cleanup: .delete(after: days(30)), writers: ["enforcement systems"],
    readers: ["scoring", "compensation"], key: "subject key")

  /// Money received by the bank or paid by an insurer.
  public static let payments = Topic(
    name: "payments", purpose: .inbound, cleanup: .delete(after: days(90)), writers: ["banks", "insurers"],
    readers: ["compensation"], key: "case id")

  /// The steps of petitions, without identities and without the complainant's words; and what the bureau does beside
  /// them: letters, checks, digests.
  public static let petitions = Topic(
    name: "petitions", purpose: .events, cleanup: .delete(after: days(30)), writers: ["petitions"],
    readers: ["scoring", "compensation", "notifications", "agencies"], key: "petition id; letter id, check id, bureau")

  /// Changes of scores and colours, and what follows from them for inspections; repair of credit, objections and reviews,
  /// leniency, study.
  public static let scores = Topic(
    name: "scores", purpose: .events, cleanup: .delete(after: days(30)), writers: ["scoring"],
    readers: ["petitions", "notifications", "agencies"], key: "subject key; draw id, case id, assessment id, pledge id")

  /// The steps of compensation cases.
  public static let compensations = Topic(
    name: "compensations", purpose: .events, cleanup: .delete(after: days(30)), writers: ["compensation"],
    readers: ["petitions", "scoring", "notifications", "agencies"], key: "case id; project id, region and year or month"
  )

  /// Messages to petitioners, contact data sealed for `notifications` alone; kept as short as delivery allows.
  public static let petitionerMessages = Topic(
    name: "petitioner-messages", purpose: .events, cleanup: .delete(after: days(7)), writers: ["petitions"],
    readers: ["notifications"], key: "petition id", isRestricted: true)

  /// What becomes of messages and deliveries, with proof.
  public static let notifications = Topic(
    name: "notifications", purpose: .events, cleanup: .delete(after: days(30)), writers: ["notifications"],
    readers: ["petitions", "compensation", "agencies"],
    key: "petition id, case id, subject key or message id; endpoint id")

  /// The heads of the services' audit chains: whoever keeps them sees when a trail was changed or cut later. Kept ten years;
  /// a second brings at most one small record of each service.
  public static let audit = Topic(
    name: "audit", purpose: .events, cleanup: .delete(after: days(3660)),
    writers: ServiceName.allCases.map(\.rawValue), readers: ["auditors"], key: "service")

  /// The latest public state of each petition.
  public static let petitionStates = Topic(
    name: "state.petitions", purpose: .state, cleanup: .compact, writers: ["petitions"], readers: ["agencies"],
    key: "petition id")

  /// The latest score and colour of each subject.
  public static let ratingStates = Topic(
    name: "state.ratings", purpose: .state, cleanup: .compact, writers: ["scoring"], readers: ["agencies"],
    key: "subject key")

  /// The latest public state of each compensation case.
  public static let compensationStates = Topic(
    name: "state.compensations", purpose: .state, cleanup: .compact, writers: ["compensation"], readers: ["agencies"],
    key: "case id")

  /// Where the relay of a service commits its position: one partition for each shard of its outbox.
  public static func outboxPosition(of service: ServiceName, shards: Int) -> Topic {
    Topic(
      name: "\(service.rawValue).outbox-position", purpose: .position, cleanup: .compact, partitions: max(1, shards),
      writers: [service.rawValue], readers: [service.rawValue], key: "shard")
  }

  private static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }
}
