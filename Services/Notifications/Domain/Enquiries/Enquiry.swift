import FoundationEssentials

/// A question of an enterprise (政企沟通), or its answer to a message.
///
/// Whoever is asked first owns it until it is answered, also after others were asked to handle it (首问负责制): a transfer
/// changes the handler and never the owner.
struct Enquiry: Sendable, Equatable {
  /// The most that may be said about one question.
  static let mostPosts = 500

  let id: UUID
  let entry: Int64
  /// The subject key of the enterprise.
  let enterprise: String
  /// Where it asked.
  let region: String
  let title: String
  /// The message it answers.
  let messageId: UUID?
  private(set) var status = EnquiryStatus.open
  private(set) var owner: String?
  private(set) var handler: String?
  /// The region whose staff handle it.
  private(set) var handledIn: String
  let askedAt: Date
  private(set) var answeredAt: Date?
  /// How much was said.
  private(set) var posts: Int
  let version: Int64

  /// Takes a step.
  /// - Parameter actor: a member of staff, or the enterprise for `ask` and `close`; their role was checked before.
  /// - Returns: what goes on record.
  mutating func take(_ step: EnquiryStep, by actor: String, at now: Date) throws(EnquiryError) -> EnquiryPost {
    guard posts < Enquiry.mostPosts else { throw .full }
    let (kind, text): (EnquiryPost.Kind, String)
    switch step {
    case .take:
      (kind, text) = (.taken, try taken(by: actor))
    case .answer(let words):
      try require(.open, to: "answered")
      if owner == nil { (owner, handler) = (actor, actor) }
      guard actor == owner || actor == handler else { throw .notTheirs }
      (status, answeredAt) = (.answered, now)
      (kind, text) = (.answer, words)
    case .ask(let words):
      guard status != .closed else { throw .outOfTurn("asked on", status: status) }
      (status, answeredAt) = (.open, nil)
      (kind, text) = (.question, words)
    case .transfer(let region, let person, let reason):
      try require(.open, to: "transferred")
      guard let owner else { throw .notTheirs }
      guard actor == owner || actor == handler else { throw .notTheirs }
      (handledIn, handler) = (region, person)
      (kind, text) = (.transferred, "→ \(region)\(person.map { " \($0)" } ?? ""): \(reason)")
    case .handOver(let person, let reason):
      try require(.open, to: "handed over")
      (owner, handler) = (person, handler == owner ? person : handler)
      (kind, text) = (.handedOver, "→ \(person): \(reason)")
    case .close:
      try require(.answered, to: "closed")
      status = .closed
      (kind, text) = (.closed, "")
    }
    posts += 1
    return EnquiryPost(number: posts, kind: kind, author: actor, text: text, at: now)
  }

  private mutating func taken(by actor: String) throws(EnquiryError) -> String {
    try require(.open, to: "taken")
    if let owner {
      // Transferred and nobody there has it yet: the owner stays.
      guard handler == nil else { throw .owned(by: owner) }
      handler = actor
    } else {
      (owner, handler) = (actor, actor)
    }
    return ""
  }

  private func require(_ wanted: EnquiryStatus, to action: String) throws(EnquiryError) {
    guard status == wanted else { throw .outOfTurn(action, status: status) }
  }
}

extension Enquiry {
  /// A question just asked, or as it is stored.
  init(
    id: UUID, entry: Int64 = 0, enterprise: String, region: String, title: String, messageId: UUID?, askedAt: Date,
    status: EnquiryStatus = .open, owner: String? = nil, handler: String? = nil, handledIn: String? = nil,
    answeredAt: Date? = nil, posts: Int = 1, version: Int64 = 1
  ) {
    self.id = id
    self.entry = entry
    self.enterprise = enterprise
    self.region = region
    self.title = title
    self.messageId = messageId
    self.status = status
    self.owner = owner
    self.handler = handler
    self.handledIn = handledIn ?? region
    self.askedAt = askedAt
    self.answeredAt = answeredAt
    self.posts = posts
    self.version = version
  }
}
