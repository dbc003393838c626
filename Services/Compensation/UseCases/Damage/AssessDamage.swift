import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Assesses the damage of a case: computes the amount, keeps it with everything that explains it, and tells it.
struct AssessDamage: Sendable {
  let calculate: CalculateDamage
  let take: StepTaker

  /// - Parameter authorise: throws when the caller may not act on the case, or not on this version of it.
  /// - Returns: the case and the assessment; nil when there is no case of this id.
  func callAsFunction(
    _ report: DamageReport, on id: UUID, by caller: Caller, work: UnitOfWork,
    authorise: (CompensationCase) throws -> Void
  ) async throws -> (compensation: CompensationCase, assessment: DamageAssessment)? {
    var kept: DamageAssessment?
    var detail = JSONObject()
    detail.set("method", code: report.input.method.code)
    detail.set("form", code: report.form)
    let compensation = try await take.change(
      id, with: .assessDamage, detail: .object(detail), by: caller, work: work, authorise: authorise
    ) { compensation, circumstances in
      var fines: [FineBasis: Int64] = [:]
      if let penalty = compensation.penalty { fines = try await FineStore.fines(of: penalty, on: work.connection) }
      let sum = try calculate(report, fines: fines, at: circumstances.now)
      let assessment = DamageAssessment(
        id: UUID(), caseId: id, report: report, sum: sum, at: circumstances.now, by: caller.subject)
      try await AssessmentStore.insert(assessment, on: work.connection)
      kept = assessment
      return [assessment.event(of: compensation)]
    }
    guard let compensation, let kept else { return nil }
    return (compensation, kept)
  }
}

extension DamageAssessment {
  func event(of compensation: CompensationCase) -> CompensationAssessed {
    CompensationAssessed(
      caseId: caseId, caseNumber: compensation.number, region: compensation.region, at: at,
      subjectKey: compensation.subjectKey, assessmentId: id, method: report.input.method.code, form: report.form,
      simple: report.simple != nil, amountFen: sum.amountFen, heads: sum.heads, rules: sum.rules,
      penaltyNumber: compensation.penalty?.number)
  }
}
