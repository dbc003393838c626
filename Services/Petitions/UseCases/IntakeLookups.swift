import Contracts
import FoundationEssentials
import Postgres

/// What must be looked up of a batch before it can be drafted. Most batches name nothing of the kind and ask nothing.
struct IntakeLookups: Sendable {
  /// Numbers of registered supervisors, of those named.
  private(set) var supervisors: Set<String> = []
  /// Petitions by the numbers that complaints add to.
  private(set) var petitions: [String: UUID] = [:]

  init(
    _ incoming: [IncomingComplaint], petitions store: PetitionStore, on connection: PostgresConnection
  ) async throws {
    var named: Set<String> = []
    var numbers: [String: PetitionNumber] = [:]
    for case .success(let complaint) in incoming.lazy.map(\.complaint) {
      if let supervisor = complaint.supervisor { named.insert(supervisor) }
      if let number = complaint.addsTo.flatMap(PetitionNumber.init) { numbers[number.text] = number }
    }
    if !named.isEmpty { supervisors = try await SupervisorStore.active(named, on: connection) }
    if !numbers.isEmpty { petitions = try await store.ids(of: Array(numbers.values), on: connection) }
  }

  /// The petition that a complaint adds to; nil when it names none, or none that there is.
  func petition(of complaint: ComplaintSubmitted) -> UUID? {
    guard !petitions.isEmpty, let number = complaint.addsTo.flatMap(PetitionNumber.init) else { return nil }
    return petitions[number.text]
  }
}
