import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Entrusts an appraisal body for a case, after the register was asked whether it may appraise.
struct EntrustBody: Sendable {
  let take: StepTaker

  func callAsFunction(
    _ step: EntrustAppraisal, on id: UUID, by caller: Caller, work: UnitOfWork,
    authorise: (CompensationCase) throws -> Void
  ) async throws -> CompensationCase? {
    try await take.change(
      id, with: EntrustAppraisal.name, detail: step.json, by: caller, work: work, authorise: authorise
    ) { compensation, circumstances in
      try await EntrustBody.check(step.bodyKey, as: step.kind, work: work)
      return try step.take(on: &compensation, in: circumstances)
    }
  }

  /// - Throws: `mayNotAppraise` for a body that is not registered as of this kind, or whose licence is over.
  static func check(_ bodyKey: String, as kind: AppraisalKind, work: UnitOfWork) async throws {
    let found = try await AppraisalBodyStore.find(bodyKey, on: work.connection)
    guard let found, found.mayAppraise(as: kind, on: ShanghaiTime.day(of: work.now)) else {
      throw RegisterError.mayNotAppraise(bodyKey)
    }
  }
}
