import Civics
import Contracts
import FoundationEssentials

/// A joint draw of experts by the bureau and the obligor (共同抽取), for one case or for a batch of them.
///
/// The service commits to its seed when the draw is opened, the parties to theirs before the pool is fixed; then the
/// seeds are revealed, the service's last. A party that does not reveal has no part in the chance and cannot know what it
/// does by that, since the service's seed is secret until the draw.
struct ExpertDraw: Sendable, Equatable {
  enum Status: String, Sendable, CaseIterable {
    /// The service's seed is fixed; the parties commit to theirs.
    case committed
    /// The pool is fixed; the parties reveal.
    case poolFixed = "pool-fixed"
    /// A panel is drawn; both parties confirm it, or experts are replaced.
    case drawn
    /// The panel is entrusted and gives its opinions.
    case confirmed
    /// Every expert of the panel gave an opinion.
    case concluded
    /// Given up.
    case cancelled
  }

  static let contributor = "compensation"
  /// The most experts in a pool.
  static let largestPool = 2000
  /// The most experts on a panel.
  static let largestPanel = 15

  let id: UUID
  let region: String
  let caseIds: [UUID]
  let batchId: UUID?
  let purpose: String
  let seed: DrawSeed
  let openedAt: Date
  var status: Status
  /// How many events it has had.
  var sequence: Int64
  /// How often it was changed.
  var version: Int64
  var file: ExpertDrawFile
  var updatedAt: Date

  var commitment: String { seed.commitment(for: purpose) }

  /// Those on the panel, in the order of the draw.
  var panel: [String] { file.drawn.filter { $0.passedOver == nil }.map(\.expertNumber) }

  /// Whether it may still lead to opinions.
  var isUnderWay: Bool { status != .concluded && status != .cancelled }

  /// - Throws: `outOfTurn` unless the draw stands at one of these.
  func require(_ statuses: Status..., for step: String) throws(ExpertDrawError) {
    guard statuses.contains(status) else { throw .outOfTurn(step: step, status: status) }
  }

  /// The seeds that take part, the service's own first.
  func seeds() throws(DrawError) -> [DrawSeed] {
    var seeds = [seed]
    for contribution in file.contributions {
      guard let revealed = contribution.seed else { continue }
      seeds.append(try DrawSeed(contributor: contribution.party.rawValue, hexadecimal: revealed))
    }
    return seeds
  }
}
