import Contracts
import FoundationEssentials

extension Petition {
  /// Marks the clocks that have run out by now.
  /// - Returns: one event for each, in the order in which they ran out; none for a clock told of before.
  mutating func findOverdue(at now: Date) -> [PetitionOverdue] {
    var missed: [Deadline] = []
    if acceptance.isRunning, acceptance.basis.due <= now {
      missed.append(acceptance)
      acceptance.overdueAt = now
    }
    if let running = conclusion, running.isRunning, running.basis.due <= now {
      missed.append(running)
      conclusion?.overdueAt = now
    }
    return missed.sorted { $0.basis.due < $1.basis.due }.map {
      PetitionOverdue(
        petitionId: id, petitionNumber: number, region: region, at: now, missed: $0.dueDate, unit: unit,
        status: status)
    }
  }
}
