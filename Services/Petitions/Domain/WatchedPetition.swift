import Contracts
import FoundationEssentials

/// As much of a petition as a warning says: nearly all that clocks have to tell is a warning, and the whole file of a case
/// is not read for it.
struct WatchedPetition: Sendable {
  let entry: Int64
  let id: UUID
  /// The id of the complaint at the root.
  let correlation: UUID
  let number: String
  let region: String
  /// The unit that has the case.
  let unit: String
  let status: PetitionStatus
  /// How many events it has had.
  var sequence: Int64
  var clocks: [Deadline]

  /// What its clocks have to tell by now, if that is warnings alone; nil when there is more, for which the whole case is
  /// needed.
  mutating func warnings(at now: Date) -> [(planned: Date, event: PetitionWarned)]? {
    var attended = clocks
    let calls = attended.attend(at: now)
    guard calls.allSatisfy({ $0.what == .warning }) else { return nil }
    clocks = attended
    return calls.map { call in
      (
        call.planned,
        PetitionWarned(
          petitionId: id, petitionNumber: number, region: region, at: now, upcoming: call.date, unit: unit,
          status: status)
      )
    }
  }
}
