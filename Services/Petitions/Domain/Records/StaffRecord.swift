import Civics
import FoundationEssentials

/// Something that staff record beside petitions, for the figures: an irregular petition, a dispute, own screening.
///
/// Inside the service alone: no event tells of it.
struct StaffRecord: Sendable, Equatable {
  let id: UUID
  var entry: Int64 = 0
  let kind: StaffRecordKind
  /// The day in Shanghai on which it happened.
  let day: CivilDate
  let region: String
  var category: String?
  var petitionId: UUID?
  /// The reminder letter whose demand the search answers.
  var letterId: UUID?
  /// Of a screening: how many places or cases were searched, and how many problems found.
  var searched: Int?
  var found: Int?
  /// Of an irregular petition: how many people took part.
  var people: Int?
  var summary: String?
  let recordedBy: String
  let recordedAt: Date
  /// Set when the record was a mistake.
  var withdrawal: Withdrawal?

  struct Withdrawal: Sendable, Equatable {
    let at: Date
    let by: String
    let reason: String
  }

  /// What it counts as.
  var cells: [FigureCell: FigureCounts] {
    let cell = FigureCell(day: day, region: region, category: category ?? "")
    let counts: [FigureMeasure: Int64] =
      switch kind {
      case .irregularPetition: [.irregularPetitions: 1]
      case .dispute: [.disputes: 1]
      case .screening: [.screened: Int64(found ?? 0)]
      }
    return [cell: FigureCounts(counts)]
  }

  /// What withdrawing it takes back.
  var withdrawn: [FigureCell: FigureCounts] { cells.mapValues { FigureCounts() - $0 } }
}
