import Civics
import Contracts
import FoundationEssentials

/// A case of compensation for damage to the environment, from the clue on.
struct CompensationCase: Sendable, Equatable {
  let id: UUID
  let number: String
  let region: String
  let clueSource: ClueSource
  let openedAt: Date
  /// The complaint or fact at the root; every event of the case carries it.
  var correlation: String
  var subjectKey: String?
  /// Where it stands; moved by ``enter(_:in:)`` alone.
  var status: CompensationStatus
  var petitionId: UUID?
  var findingId: UUID?
  var penalty: PenaltyCase?
  var filedAt: Date?
  var closedAt: Date?
  /// The amount fixed, in fen.
  var amountFen: Int64?
  /// How many events it has had.
  var sequence: Int64
  var file: CaseFile
  var updatedAt: Date
  /// Counts its changes.
  var version: Int64 = 1
  /// Stages entered in the step under way, which are told when it is saved.
  var unannounced: [CompensationStageChanged] = []

  /// Whether a penalty case runs beside it (双立案).
  var isDual: Bool { penalty != nil }
  /// Whether something may still happen with it.
  var isOpen: Bool { status != .notStarted && status != .closed }
  /// Whether a period has run out and is not made good.
  var isOverdue: Bool { file.deadlines.contains(where: \.isOverdue) }
  /// Whether a date still to come was counted by a calendar that was not announced.
  var isProvisional: Bool { file.deadlines.contains { $0.isOpen && $0.dueDate.provisional == true } }
  /// The earliest period that runs.
  var nextDue: Contracts.DueDate? { file.deadlines.filter(\.isRunning).map(\.dueDate).min { $0.due < $1.due } }

  /// The latest public state.
  var state: CompensationState {
    CompensationState(
      caseId: id, caseNumber: number, sequence: Int(sequence), status: status, region: region, subjectKey: subjectKey,
      clueSource: clueSource, openedAt: openedAt, filedAt: filedAt, closedAt: closedAt, amountFen: amountFen,
      performed: file.performed, overdue: isOverdue, nextDue: nextDue, petitionId: petitionId,
      penaltyNumber: penalty?.number, noObligor: file.noObligor ? true : nil, department: file.department,
      keyCase: file.company.keyCase?.level, suspended: suspension == nil ? nil : true, outcome: file.outcome,
      updatedAt: updatedAt)
  }
}
