import Civics
import Contracts
import FoundationEssentials

/// A double-random draw of one bureau for one quarter (双随机抽查): committed to, drawn, released.
struct InspectionDraw: Sendable {
  enum Status: String, Sendable, CaseIterable {
    /// The seed is fixed; the pools are not.
    case committed
    /// Units and inspectors are drawn and secret.
    case drawn
    /// Everything is public.
    case released
  }

  static let contributor = "scoring"
  /// What an event can hold.
  static let most = 2048
  static let mostContributors = 16

  let id: UUID
  let region: String
  let level: InspectionLevel
  let quarter: FigurePeriod
  var status: Status
  /// How many events it has had.
  var sequence: Int64
  let purpose: String
  let seed: DrawSeed
  var contributions: [SeedContribution]
  let committedAt: Date
  var drawnAt: Date?
  var releasedAt: Date?
  var strata: [DrawStratum]
  var inspectorPoolSize: Int
  var inspectorPoolSha256: String
  var inspectorsEach: Int
  var resultSha256: String

  static func id(region: String, quarter: FigurePeriod) -> UUID {
    EventIdentity.uuidV5(
      namespace: EventIdentity.causeNamespace, parts: "inspection-draw", region, quarter.text)
  }

  /// A draw whose seed nobody can foresee.
  init(region: String, level: InspectionLevel, quarter: FigurePeriod, at now: Date) throws(DrawError) {
    self.init(
      id: Self.id(region: region, quarter: quarter), region: region, level: level, quarter: quarter,
      status: .committed, sequence: 1, purpose: "double-random \(region) \(quarter.text)",
      seed: try DrawSeed.random(contributor: Self.contributor), committedAt: now)
  }

  /// A draw as it is stored.
  init(
    id: UUID, region: String, level: InspectionLevel, quarter: FigurePeriod, status: Status, sequence: Int64,
    purpose: String, seed: DrawSeed, contributions: [SeedContribution] = [], committedAt: Date, drawnAt: Date? = nil,
    releasedAt: Date? = nil, strata: [DrawStratum] = [], inspectorPoolSize: Int = 0, inspectorPoolSha256: String = "",
    inspectorsEach: Int = 0, resultSha256: String = ""
  ) {
    self.id = id
    self.region = region
    self.level = level
    self.quarter = quarter
    self.status = status
    self.sequence = sequence
    self.purpose = purpose
    self.seed = seed
    self.contributions = contributions
    self.committedAt = committedAt
    self.drawnAt = drawnAt
    self.releasedAt = releasedAt
    self.strata = strata
    self.inspectorPoolSize = inspectorPoolSize
    self.inspectorPoolSha256 = inspectorPoolSha256
    self.inspectorsEach = inspectorsEach
    self.resultSha256 = resultSha256
  }

  var commitment: String { seed.commitment(for: purpose) }

  /// The seeds with a part in the draw: the own one, and those that others revealed.
  var seeds: [DrawSeed] {
    get throws(DrawError) {
      var seeds = [seed]
      for other in contributions {
        if let text = other.seed { seeds.append(try DrawSeed(contributor: other.contributor, hexadecimal: text)) }
      }
      return seeds
    }
  }
}
