import Civics
import Contracts

/// The draw of one class of units.
///
/// A unit has as many tickets as its colour weighs, each a line of the pool: class, colour, number of the ticket and
/// subject. The lines are drawn by ``ProvableDraw``; a unit is drawn with the first of its tickets. So each next unit is
/// drawn with a chance in proportion to its weight among those left, and whoever has the pool can do it again.
struct StratumDraw: Sendable {
  let inspectionClass: InspectionClass
  let units: Int
  let quota: Int
  let pool: DrawPool
  /// The units drawn, in order.
  let drawn: [String]

  /// - Parameters:
  ///   - purpose: the draw's; the class is added to it.
  ///   - seeds: all that were revealed.
  init(
    _ inspectionClass: InspectionClass, candidates: [DrawCandidate], quota: Int, rules: DrawRules, purpose: String,
    seeds: [DrawSeed]
  ) throws {
    var tickets: [String] = []
    var subjects: [String: String] = [:]
    for candidate in candidates {
      for number in 1...(try rules.weight(of: candidate.colour)) {
        let ticket = "\(inspectionClass.rawValue) \(candidate.colour.rawValue) \(number) \(candidate.subject)"
        tickets.append(ticket)
        subjects[ticket] = candidate.subject
      }
    }
    self.inspectionClass = inspectionClass
    self.quota = quota
    units = candidates.count
    pool = try DrawPool(tickets)
    let draw = try ProvableDraw(purpose: "\(purpose) \(inspectionClass.rawValue)", pool: pool, seeds: seeds)
    var drawn: [String] = []
    var seen: Set<String> = []
    for ticket in draw.order where drawn.count < quota {
      if let subject = subjects[ticket], seen.insert(subject).inserted { drawn.append(subject) }
    }
    self.drawn = drawn
  }

  func stratum(_ rule: Contracts.RuleReference) -> DrawStratum {
    DrawStratum(
      inspectionClass: inspectionClass, units: units, tickets: pool.items.count, poolSha256: pool.sha256,
      quota: quota, rule: rule)
  }
}
