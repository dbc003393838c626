import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Fixes the pools and draws units and inspectors. What was drawn stays secret; its hashes go out at once.
struct MakeDraw: Sendable {
  let rules: RuleBook

  /// - Parameter without: contributors who have not revealed their seeds and are left out; all of those must be named.
  /// - Returns: nil when there is none of this id.
  func callAsFunction(
    _ id: UUID, without: [String], by caller: Caller, work: UnitOfWork, authorise: (InspectionDraw) throws -> Void
  ) async throws -> (draw: InspectionDraw, assignments: [InspectionAssignment])? {
    guard var draw = try await DrawStore.lock(id, on: work.connection) else { return nil }
    try authorise(draw)
    guard draw.status == .committed, work.now < draw.quarter.end else {
      throw InspectionError.outOfTurn(draw.status)
    }
    let silent = draw.contributions.filter { $0.seed == nil }.map(\.contributor)
    guard Set(silent).isSubset(of: without) else { throw InspectionError.seedsMissing(silent) }
    let inForce = try rules.rules(at: work.now)
    let rules = try DrawRules(inForce, level: draw.level)
    let inspections = try InspectionRules(inForce)
    let plan = try DrawPlan(
      draw,
      candidates: try await CandidateStore.candidates(
        in: draw.region, redIsSpecial: inspections.specialCauses.contains("RED"), at: work.now, on: work.connection),
      drawnBefore: try await CandidateStore.drawnBefore(draw.quarter, in: draw.region, on: work.connection),
      staff: try await InspectorStore.staff(of: draw.region, on: work.connection), rules: rules)
    try await keep(plan, of: &draw, rules, work: work)
    InspectionAnnouncements.emit(draw.drawn(plan.assignments.count, at: work.now), of: draw, work: work)
    PrepareDraw.record("inspection-draw.drawn", draw, by: caller.subject, work: work)
    // The next quarter's seed is fixed while nobody can know its pools.
    _ = try await PrepareDraw.begin(
      region: draw.region, level: draw.level, quarter: draw.quarter.nextQuarter, by: "scoring", work: work)
    return (draw, plan.assignments)
  }

  private func keep(_ plan: DrawPlan, of draw: inout InspectionDraw, _ rules: DrawRules, work: UnitOfWork) async throws
  {
    draw.status = .drawn
    draw.sequence += 1
    draw.drawnAt = work.now
    draw.strata = plan.strata.map { $0.stratum(rules.reference) }
    draw.inspectorPoolSize = plan.inspectors.pool.items.count
    draw.inspectorPoolSha256 = plan.inspectors.pool.sha256
    draw.inspectorsEach = rules.inspectorsEach
    draw.resultSha256 = DrawDigest.sha256(plan.document)
    try await DrawStore.insertPools(
      plan.strata.map { ($0.inspectionClass.rawValue, $0.pool.document) }
        + [("inspectors", plan.inspectors.pool.document)], of: draw.id, on: work.connection)
    try await AssignmentStore.insert(plan.assignments, on: work.connection)
    try await DrawStore.save(draw, on: work.connection)
  }
}
