import Contracts
import FoundationEssentials
import Messaging

/// Writes a summary of a petition, compared with what is sealed of it where this replica holds the key: whatever the
/// reporter is known by is masked, even where no pattern would find it.
struct DraftSummary: Sendable {
  let petitions: PetitionStore
  let vault: PetitionVault
  let take: StepTaker

  /// - Parameter authorise: throws when the caller may not act on the petition, or not on this version of it.
  /// - Returns: the petition with the draft; nil when there is none of this id.
  func callAsFunction(
    _ step: Summarise, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (Petition) throws -> Void
  ) async throws -> Petition? {
    guard let petition = try await petitions.lock(ids: [id], on: work.connection).first?.petition else { return nil }
    try authorise(petition)
    var step = step
    do {
      if let contents = try await vault.open(petition, on: work.connection) {
        step = step.compared(with: contents.personal)
      }
    } catch is PetitionVault.Closed {
      // The draft says that it was not compared; whoever approves it knows.
    }
    return try await take(step, on: id, by: caller, work: work, authorise: authorise)
  }
}
