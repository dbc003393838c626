import Contracts
import Hummingbird

/// The one place where an error becomes an answer.
enum ProblemMapping {
  /// The problem of any error; the internal one for errors that nobody described.
  static func problem(_ error: any Error, bodyLimit: Int) -> Problem {
    switch error {
    case let error as any ProblemConvertible: return error.problem
    case let error as ContractViolation: return problem(error)
    case let error as any HTTPResponseError: return problem(status: error.status.code, bodyLimit: bodyLimit)
    case is CancellationError: return .unavailable(code: "shutting-down", detail: "The service is shutting down.")
    default: return .internal
    }
  }

  /// A body that is no JSON is a malformed request (400); JSON that is not what was agreed cannot be processed (422).
  private static func problem(_ violation: ContractViolation) -> Problem {
    let isMalformed: Bool =
      switch violation.code {
      case .jsonInvalid, .jsonTooDeep, .jsonDuplicateName, .utf8Invalid: true
      default: false
      }
    return Problem(
      status: isMalformed ? 400 : 422, code: violation.code.rawValue,
      title: isMalformed ? "The request body is not JSON" : "The request breaks the contract",
      detail: violation.message, field: violation.field, remedy: violation.remedy)
  }

  /// What the HTTP server itself refuses. Its messages may quote the request and are not passed on.
  private static func problem(status: Int, bodyLimit: Int) -> Problem {
    switch status {
    case 401: .unauthenticated
    case 404: .notFound()
    case 413: .bodyTooLarge(limit: bodyLimit)
    case 415: .mediaTypeUnsupported
    case 400..<500:
      .refused(status: status)
    case 503: .unavailable()
    default: .internal
    }
  }
}
