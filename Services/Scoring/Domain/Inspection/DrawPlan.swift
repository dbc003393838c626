import Civics
import Contracts
import FoundationEssentials

/// A whole draw: every class of units, and inspectors for each unit drawn.
struct DrawPlan: Sendable {
  let strata: [StratumDraw]
  let inspectors: InspectorDraw
  let assignments: [InspectionAssignment]

  /// What the hash of the result is made of: the seed, without which a small draw could be guessed from its hash, and a
  /// line for each unit.
  let document: String

  /// - Parameters:
  ///   - candidates: every unit of the bureau's region.
  ///   - drawnBefore: units drawn in earlier quarters of the year.
  ///   - staff: the bureau's inspectors.
  init(
    _ draw: InspectionDraw, candidates: [DrawCandidate], drawnBefore: Set<String>, staff: [Inspector],
    rules: DrawRules
  ) throws {
    let seeds = try draw.seeds
    let regions = Dictionary(candidates.map { ($0.subject, $0.region) }, uniquingKeysWith: { first, _ in first })
    let inspectors = try InspectorDraw(
      staff.map(\.number), each: rules.inspectorsEach, purpose: draw.purpose, seeds: seeds)
    let interests = Dictionary(
      staff.map { ($0.number, Set($0.interests)) }, uniquingKeysWith: { first, _ in first })
    var strata: [StratumDraw] = []
    var assignments: [InspectionAssignment] = []
    for inspectionClass in [InspectionClass.special, .key, .general] {
      let all = candidates.filter { $0.inspectionClass == inspectionClass }
      let left = rules.isWholeYear(inspectionClass) ? all.filter { !drawnBefore.contains($0.subject) } : all
      let quota = rules.quota(
        of: inspectionClass, units: all.count, left: left.count, inspectors: staff.count,
        isLastOfYear: draw.quarter.isLastOfYear)
      let stratum = try StratumDraw(
        inspectionClass, candidates: left, quota: quota, rules: rules, purpose: draw.purpose, seeds: seeds)
      strata.append(stratum)
      guard assignments.count + stratum.drawn.count <= InspectionDraw.most else {
        throw InspectionError.tooMany(InspectionDraw.most)
      }
      for subject in stratum.drawn {
        let pair = try inspectors.pair(for: subject) { interests[$0]?.contains(subject) ?? false }
        assignments.append(
          InspectionAssignment(
            drawId: draw.id, rank: assignments.count + 1, inspectionClass: inspectionClass, subject: subject,
            region: regions[subject] ?? draw.region, inspectors: pair.inspectors, avoided: pair.avoided))
      }
    }
    self.strata = strata
    self.inspectors = inspectors
    self.assignments = assignments
    document = Self.document(draw.seed, assignments)
  }

  static func document(_ seed: DrawSeed, _ assignments: [InspectionAssignment]) -> String {
    ([seed.hexadecimal] + assignments.map(\.line)).map { $0 + "\n" }.joined()
  }
}
