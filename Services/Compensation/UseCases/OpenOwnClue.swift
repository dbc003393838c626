import Contracts
import FoundationEssentials
import Messaging

/// Opens a clue that staff found themselves; the same key again is the same clue.
struct OpenOwnClue: Sendable {
  let open: OpenClues

  /// - Parameter key: the caller's own key of the request, so that sending it again does no harm.
  /// - Throws: ``CompensationError/keyReused`` when another clue was opened under the key.
  func callAsFunction(
    _ own: OwnClue, key: String, by caller: Caller, work: UnitOfWork
  ) async throws -> (compensation: CompensationCase, isNew: Bool) {
    let clue = own.clue(id: Clue.id("staff", caller.subject, key), now: work.now)
    let id = clue.id.lowercased
    let told = ToldClue(
      clue: clue, cause: Cause(id: id, correlation: id, traceParent: caller.traceParent), actor: caller.subject)
    // One clue has one answer; a key under which something else was opened has none that fits.
    guard let answer = try await open([told], work: work).first,
      answer.isNew || own.isSame(as: answer.compensation)
    else { throw CompensationError.keyReused }
    return answer
  }
}
