import Contracts
import FoundationEssentials
import Messaging

/// Saves petitions whose relations changed, and tells of it: events, states, history, audit.
struct RelationChanges {
  /// Those of which nothing but the number on the matter has changed: their wide rows stay as they are.
  var narrow: Set<UUID> = []
  /// Those whose history says enough of it already.
  var untold: Set<UUID> = []

  /// - Parameters:
  ///   - events: what happened to each petition, in order.
  ///   - step: what it is called in the history.
  ///   - actor: who did it; nil for what no person did.
  ///   - note: why, for the history.
  func save(
    _ events: [UUID: [any EventPayload]], of current: inout [UUID: Petition], step: String, by actor: String?,
    note: String? = nil, petitions: PetitionStore, work: UnitOfWork
  ) async throws {
    var wide: [Petition] = []
    var narrow: [ClockRow] = []
    var steps: [StepStore.Row] = []
    for id in events.keys.sorted() {
      guard var petition = current[id], let own = events[id] else { continue }
      petition.updatedAt = work.now
      // The number of its events makes it another cause each time, and the same one when it is read again.
      let cause = Cause(
        id: "\(step):\(id.lowercased):\(petition.sequence)", correlation: petition.correlation.lowercased)
      PetitionAnnouncements.emit(own, of: &petition, cause: cause, work: work)
      if self.narrow.contains(id) { narrow.append(ClockRow(petition)) } else { wide.append(petition) }
      if actor != nil || !self.narrow.contains(id) { petition.version += 1 }
      current[id] = petition
      if untold.contains(id), self.narrow.contains(id) { continue }
      steps += own.map { event in
        var detail = event.json.object ?? JSONObject()
        detail.set("note", note)
        return .init(entry: petition.entry, actor: actor ?? "petitions", step: step, detail: .object(detail))
      }
      work.record(
        AuditEntry(
          actor: actor ?? "petitions", action: "petition.\(step)", subject: id.lowercased, cause: cause.id))
    }
    try await petitions.save(wide, on: work.connection)
    try await ClockStore.save(narrow, counting: actor != nil, on: work.connection)
    try await StepStore.insert(steps, at: work.now, on: work.connection)
  }
}
