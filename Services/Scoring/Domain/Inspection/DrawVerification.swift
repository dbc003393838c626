import Civics
import Contracts
import FoundationEssentials

/// A released draw, made again from its seeds and pools: what of it holds, and what does not.
struct DrawVerification: Sendable {
  enum Subject: String, Sendable, CaseIterable {
    /// The seed is the one committed to.
    case seed
    /// So is what another contributor revealed.
    case contribution
    /// The commitment came before the pools were known.
    case commitmentFirst = "commitment-first"
    /// A pool is the one whose hash was published, in order and without repetition.
    case pool
    /// The seeds and the pool give these units.
    case units
    /// The seeds and the pool give these inspectors.
    case inspectors
    /// The result is the one whose hash was published when the draw was made.
    case result
  }

  struct Check: Sendable, Equatable {
    let subject: Subject
    /// Whose, or of which class; nil where there is one alone.
    let about: String?
    let holds: Bool
  }

  let checks: [Check]

  var holds: Bool { checks.allSatisfy(\.holds) }

  /// - Parameters:
  ///   - pools: as they were published, by name.
  ///   - digest: the hash of a text, under which the result was published.
  init(
    _ draw: InspectionDraw, _ assignments: [InspectionAssignment], pools: [String: String],
    digest: (String) -> String
  ) throws(DrawError) {
    let seeds = try draw.seeds
    let told = assignments.sorted { $0.rank < $1.rank }
    // The commitment is made of the seed, so that it holds by itself; that it was told in time does not.
    var checks = [
      Check(subject: .commitmentFirst, about: nil, holds: draw.drawnAt.map { draw.committedAt < $0 } == true)
    ]
    checks.append(
      Check(
        subject: .seed, about: draw.seed.contributor, holds: draw.seed.commitment(for: draw.purpose) == draw.commitment)
    )
    for other in draw.contributions {
      guard let text = other.seed else { continue }
      let seed = try DrawSeed(contributor: other.contributor, hexadecimal: text)
      checks.append(
        Check(
          subject: .contribution, about: other.contributor,
          holds: seed.commitment(for: draw.purpose) == other.commitment
        ))
    }
    for stratum in draw.strata {
      let name = stratum.inspectionClass.rawValue
      let pool = Self.pool(pools[name], size: stratum.tickets, sha256: stratum.poolSha256)
      checks.append(Check(subject: .pool, about: name, holds: pool != nil))
      let drawn = told.filter { $0.inspectionClass == stratum.inspectionClass }.map(\.subject)
      let wanted = pool.flatMap { Self.units($0, stratum, purpose: draw.purpose, seeds: seeds) }
      checks.append(Check(subject: .units, about: name, holds: wanted == drawn))
    }
    let inspectors = Self.pool(pools["inspectors"], size: draw.inspectorPoolSize, sha256: draw.inspectorPoolSha256)
    checks.append(Check(subject: .pool, about: "inspectors", holds: inspectors != nil))
    let isPaired = told.allSatisfy { one in
      inspectors.map { Self.isPaired(one, $0, each: draw.inspectorsEach, purpose: draw.purpose, seeds: seeds) } == true
    }
    checks.append(Check(subject: .inspectors, about: nil, holds: isPaired))
    let hash = digest(DrawPlan.document(draw.seed, told))
    let isGapless = told.map(\.rank) == Array(1..<(told.count + 1))
    checks.append(Check(subject: .result, about: nil, holds: hash == draw.resultSha256 && isGapless))
    self.checks = checks
  }

  /// Nil for a pool that is not the one that was drawn from.
  private static func pool(_ text: String?, size: Int, sha256: String) -> DrawPool? {
    guard let text, let pool = try? DrawPool(text.split(separator: "\n").map(String.init)) else { return nil }
    return pool.document == text && pool.items.count == size && pool.sha256 == sha256 ? pool : nil
  }

  /// The units that the seeds give; nil when the pool holds another number of them than published.
  private static func units(
    _ pool: DrawPool, _ stratum: DrawStratum, purpose: String, seeds: [DrawSeed]
  ) -> [String]? {
    let name = stratum.inspectionClass.rawValue
    guard let draw = try? ProvableDraw(purpose: "\(purpose) \(name)", pool: pool, seeds: seeds) else { return nil }
    var (units, seen): ([String], Set<String>) = ([], [])
    for ticket in draw.order {
      // Class, colour, number of the ticket, subject.
      guard let unit = ticket.split(separator: " ", maxSplits: 3).last.map(String.init) else { return nil }
      if seen.insert(unit).inserted { units.append(unit) }
    }
    return units.count == stratum.units ? Array(units.prefix(stratum.quota)) : nil
  }

  private static func isPaired(
    _ one: InspectionAssignment, _ pool: DrawPool, each: Int, purpose: String, seeds: [DrawSeed]
  ) -> Bool {
    guard let draw = try? ProvableDraw(purpose: "\(purpose) inspectors \(one.subject)", pool: pool, seeds: seeds)
    else { return false }
    let first = draw.drawn(each + one.avoided.count)
    return first.filter { !one.avoided.contains($0) } == one.inspectors && Set(one.avoided).isSubset(of: first)
  }
}
