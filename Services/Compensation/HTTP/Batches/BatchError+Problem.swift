import Contracts
import FoundationEssentials
import ServiceKit

extension BatchError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .size(let least, let most):
      Problem(
        status: 422, code: "batch-size", title: "A batch has some cases, each once",
        detail: "From \(least) to \(most) cases.", field: "body.caseIds")
    case .caseUnfit(let id, let reason):
      Problem(
        status: 422, code: "case-unfit", title: "The case cannot be in the batch",
        detail: "\(id.lowercased): \(reason).", field: "body.caseIds")
    case .notJoint(let part, let listed):
      .conflict(
        code: "not-joint", detail: "\(part) is not done jointly here.",
        remedy: listed.isEmpty ? nil : "Jointly are done: \(listed.joined(separator: ", ")).")
    case .unknownStep(let step): Problem.notFound("No batch takes the step \(step).")
    case .notInBatch(let id):
      Problem(
        status: 422, code: "case-not-in-batch", title: "The case is not in the batch", detail: id.lowercased,
        field: "body.cases")
    case .refused(let id, let error): Self.naming(id, error.problem)
    case .rule(let error): error.problem
    }
  }

  /// The problem of one case, which keeps the step from all.
  private static func naming(_ id: UUID, _ problem: Problem) -> Problem {
    var problem = problem
    problem.detail = "\(id.lowercased): \(problem.detail ?? problem.title)"
    return problem
  }
}
