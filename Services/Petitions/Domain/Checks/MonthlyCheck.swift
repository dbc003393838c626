import Civics
import Contracts
import FoundationEssentials

/// A monthly field check (现场检查): a sample of the cases closed in a month, drawn so that anybody can draw it again.
struct MonthlyCheck: Sendable, Equatable {
  enum Status: String, Sendable, CaseIterable {
    /// The seed is fixed, the month runs.
    case committed
    /// The sample is drawn and being looked at.
    case drawn
    /// Every case of it was looked at.
    case completed
  }

  static let contributor = "petitions"

  let id: UUID
  let region: String
  let month: String
  var status: Status
  /// How many events it has had.
  var sequence: Int64
  let purpose: String
  let seed: DrawSeed
  let committedAt: Date
  var drawnAt: Date?
  var poolSize: Int?
  var poolSha256: String?
  var sampleSize: Int?
  var rule: Contracts.RuleReference?

  /// A check whose seed nobody can foresee.
  init(region: String, month: CheckMonth, at now: Date) throws(DrawError) {
    let seed = try DrawSeed.random(contributor: Self.contributor)
    self.init(
      id: Self.id(region: region, month: month.description), region: region, month: month.description,
      status: .committed, sequence: 0, purpose: "monthly-check \(region) \(month)", seed: seed, committedAt: now)
  }

  /// A check as it is stored.
  init(
    id: UUID, region: String, month: String, status: Status, sequence: Int64, purpose: String, seed: DrawSeed,
    committedAt: Date, drawnAt: Date? = nil, poolSize: Int? = nil, poolSha256: String? = nil, sampleSize: Int? = nil,
    rule: Contracts.RuleReference? = nil
  ) {
    self.id = id
    self.region = region
    self.month = month
    self.status = status
    self.sequence = sequence
    self.purpose = purpose
    self.seed = seed
    self.committedAt = committedAt
    self.drawnAt = drawnAt
    self.poolSize = poolSize
    self.poolSha256 = poolSha256
    self.sampleSize = sampleSize
    self.rule = rule
  }

  static func id(region: String, month: String) -> UUID {
    EventIdentity.uuidV5(namespace: EventIdentity.causeNamespace, parts: "monthly-check", region, month)
  }

  var commitment: String { seed.commitment(for: purpose) }

  var committed: MonthlyCheckCommitted { committed(seed.contributor, commitment, at: committedAt) }

  /// What tells that somebody has committed to a seed.
  func committed(_ contributor: String, _ commitment: String, at instant: Date) -> MonthlyCheckCommitted {
    MonthlyCheckCommitted(
      checkId: id, region: region, month: month, at: instant, algorithm: ProvableDraw.algorithm, purpose: purpose,
      contributor: contributor, commitment: commitment)
  }

  /// Draws the sample from the petitions closed in the month, by the service's own seed and those of others that were
  /// revealed.
  /// - Returns: the ids drawn, in order, and the pool as it is published.
  mutating func draw(
    _ petitions: [UUID], contributions: [Contribution] = [], size: SampleSize, at now: Date
  ) throws(DrawError) -> (drawn: [String], pool: DrawPool) {
    let pool = try DrawPool(petitions.map(\.lowercased))
    var seeds = [seed]
    for contribution in contributions {
      guard let text = contribution.seed else { continue }
      seeds.append(try DrawSeed(contributor: contribution.contributor, hexadecimal: text))
    }
    let draw = try ProvableDraw(purpose: purpose, pool: pool, seeds: seeds)
    let count = size.count(of: pool.items.count)
    status = count == 0 ? .completed : .drawn
    drawnAt = now
    poolSize = pool.items.count
    poolSha256 = pool.sha256
    sampleSize = count
    rule = size.rule
    return (draw.drawn(count), pool)
  }
}
