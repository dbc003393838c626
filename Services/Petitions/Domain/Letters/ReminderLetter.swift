import Contracts
import FoundationEssentials

/// A work reminder letter (工作提示函) of the city's bureau to a county's: what a check found, the demand to put it right
/// and to search for like problems (举一反三), and what came of it.
struct ReminderLetter: Sendable, Equatable {
  /// How many findings one letter holds, as the event that tells of it.
  static let largestCount = 64

  let id: UUID
  /// The order of writing; pages of lists go by it.
  var entry: Int64
  /// The document's number (文号); nil while it is a draft.
  var number: String?
  var status: LetterStatus
  let cause: ReminderCause
  let checkId: UUID?
  let fromUnit: String
  let fromRegion: String
  let toUnit: String
  let toRegion: String
  /// How many events it has had.
  var sequence: Int64
  var file: LetterFile
  var updatedAt: Date
  /// Counts its changes: the ETag.
  var version: Int64

  /// An empty draft.
  init(
    id: UUID, cause: ReminderCause, checkId: UUID? = nil, fromUnit: String, fromRegion: String, toUnit: String,
    toRegion: String, at now: Date
  ) {
    self.init(
      id: id, entry: 0, number: nil, status: .draft, cause: cause, checkId: checkId, fromUnit: fromUnit,
      fromRegion: fromRegion, toUnit: toUnit, toRegion: toRegion, sequence: 0, file: LetterFile(), updatedAt: now)
  }

  /// A letter as it is stored.
  init(
    id: UUID, entry: Int64, number: String?, status: LetterStatus, cause: ReminderCause, checkId: UUID?,
    fromUnit: String, fromRegion: String, toUnit: String, toRegion: String, sequence: Int64, file: LetterFile,
    updatedAt: Date, version: Int64 = 1
  ) {
    self.id = id
    self.entry = entry
    self.number = number
    self.status = status
    self.cause = cause
    self.checkId = checkId
    self.fromUnit = fromUnit
    self.fromRegion = fromRegion
    self.toUnit = toUnit
    self.toRegion = toRegion
    self.sequence = sequence
    self.file = file
    self.updatedAt = updatedAt
    self.version = version
  }

  /// The periods that run.
  var running: [LetterClock] { [file.acknowledgement, file.answer].compactMap { $0 }.filter(\.isRunning) }

  /// Whether a period has run out and is not made good.
  var isOverdue: Bool {
    [file.acknowledgement, file.answer].compactMap { $0 }.contains { $0.metAt == nil && $0.overdueAt != nil }
  }
}
