import Contracts
import FoundationEssentials

/// A credit repair (信用修复), an objection (异议), an administrative review (行政复议) or a lawsuit (行政诉讼) about entries of a
/// subject's ledger, from the application to the decision that holds.
struct CreditCase: Sendable, Equatable {
  let id: UUID
  /// The order of filing; pages of lists go by it.
  var entry: Int64
  /// The document's number (文号).
  let number: String
  let kind: CreditCaseKind
  let subject: String
  let region: String
  var status: CreditCaseStatus
  /// 1, or 2 after an appeal.
  var instance: Int
  let filedAt: Date
  /// How many events it has had.
  var sequence: Int64
  /// How often it was changed.
  var version: Int64
  var file: CreditCaseFile
  var updatedAt: Date

  /// The periods that run.
  var running: [CreditClock] { file.clocks.filter(\.isRunning) }
  /// Whether a duty has run out and is not made good; what is over owes nothing any more.
  var isOverdue: Bool { !isOver && file.clocks.contains(where: \.isOverdue) }
  /// The end of the first duty that runs.
  var dueAt: Date? { running.filter(\.kind.isDuty).map(\.dueDate.due).min() }
  /// Whether a period that runs hangs on a calendar that is not announced.
  var isProvisional: Bool { running.contains { $0.dueDate.provisional == true } }
  /// Whether nothing more can happen to it.
  var isOver: Bool { [.refused, .closed, .withdrawn].contains(status) }

  mutating func start(_ kind: CreditClockKind, _ dueDate: Contracts.DueDate) {
    file.clocks.append(CreditClock(kind, dueDate))
  }

  /// Marks what a clock asks for as done; also when it had run out, and is made good now.
  mutating func meet(_ kind: CreditClockKind, at instant: Date) {
    for index in file.clocks.indices where file.clocks[index].kind == kind && file.clocks[index].metAt == nil {
      file.clocks[index].metAt = instant
    }
  }

  /// Stops what runs, since the case is over.
  mutating func stopClocks(at instant: Date) {
    for index in file.clocks.indices where file.clocks[index].isRunning { file.clocks[index].metAt = instant }
  }
}
