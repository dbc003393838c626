import Contracts
import Crypto
import FoundationEssentials
import Messaging

/// Records a fact that staff enter themselves; the same key again is the same fact.
struct RecordOwnFact: Sendable {
  let record: RecordFacts

  /// - Parameter key: the caller's own key of the request, so that sending it again does no harm.
  /// - Returns: the fact, and whether it is new.
  /// - Throws: ``ScoringError/keyReused`` when another fact was recorded under the key.
  func callAsFunction(
    _ own: some StaffFact, key: String, by caller: Caller, work: UnitOfWork
  ) async throws -> (fact: Fact, isNew: Bool) {
    let source = caller.source
    let id = EventIdentity.cause(source: source, id: key).lowercased
    let report = own.report(
      source: source, key: key, content: Array(SHA256.hash(data: own.json.bytes)), now: work.now)
    let reported = ReportedFact(
      report: report, cause: Cause(id: id, correlation: id, traceParent: caller.traceParent), actor: caller.subject)
    switch try await record([reported], work: work).first {
    case .recorded(let fact): return (fact, true)
    case .repeated(let fact): return (fact, false)
    case .conflicting, nil: throw ScoringError.keyReused
    }
  }
}
