import Contracts
import FoundationEssentials
import Messaging

/// Lets the petitions that were merged into one take over what became of it: its answer, or that it no longer stands.
struct FollowLead: Sendable {
  let petitions: PetitionStore

  /// - Parameters:
  ///   - before: the lead as it was before the step.
  ///   - lead: the lead as it is now.
  func callAsFunction(
    _ before: Petition, _ lead: Petition, in circumstances: Circumstances, work: UnitOfWork
  ) async throws {
    guard (lead.file.matter?.absorbed ?? 0) > 0, before.file.concluded != lead.file.concluded else { return }
    let ids = try await RelationStore.absorbed(by: lead.id, on: work.connection)
    var changed: [Petition] = []
    var steps: [StepStore.Row] = []
    for var petition in try await petitions.lock(ids: ids, on: work.connection).map(\.petition) {
      let bases = Set(petition.allClocks.map(\.basis))
      let effects = try petition.follow(lead, in: circumstances)
      let begun = Set(petition.allClocks.map(\.basis)).subtracting(bases)
      try await petitions.deadlines.begin(begun.sorted { $0.id < $1.id }, work: work)
      petition.updatedAt = work.now
      let cause = Cause(
        id: "followed:\(petition.id.lowercased):\(petition.sequence):\(lead.sequence)",
        correlation: petition.correlation.lowercased)
      PetitionAnnouncements.emit(effects.events, of: &petition, cause: cause, work: work)
      if let message = effects.message {
        let sealed = try await VaultStore.contact(petition.entry, on: work.connection)
        PetitionAnnouncements.ask(message, of: petition, sealedContact: sealed, cause: cause, work: work)
      }
      changed.append(petition)
      steps.append(
        .init(
          entry: petition.entry, actor: circumstances.actor, step: "followed",
          detail: ["lead": .string(lead.id.lowercased)]))
      work.record(
        AuditEntry(
          actor: circumstances.actor, action: "petition.followed", subject: petition.id.lowercased, cause: cause.id))
    }
    try await petitions.save(changed, on: work.connection)
    try await StepStore.insert(steps, at: work.now, on: work.connection)
  }
}
