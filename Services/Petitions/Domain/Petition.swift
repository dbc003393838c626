import Contracts
import FoundationEssentials

/// One petition: what came in, the clocks that run, and what has happened since. No identity and none of the
/// complainant's words.
struct Petition: Sendable, Equatable {
  let id: UUID
  /// The order of receipt; pages of lists go by it.
  let entry: Int64
  let number: String
  let source: String
  let externalId: String
  /// The id of the complaint at the root, which every event carries.
  let correlation: UUID
  let region: String
  let channel: IntakeChannel
  let category: Category
  let subjectKey: String?
  /// Special secrecy was asked for.
  let isSecret: Bool
  let reach: Reach
  let receivedAt: Date
  /// The unit that the place belongs to.
  let suggestedUnit: String
  var status: PetitionStatus
  /// How many events it has had.
  var sequence: Int64
  var supplements: Int
  var acceptance: Deadline
  var conclusion: Deadline?
  var file: CaseFile
  var updatedAt: Date

  /// The unit that has the case.
  var unit: String {
    let assigned = file.assigned
    if let transfer = file.transfers.last, assigned.map({ $0.at <= transfer.at }) ?? true { return transfer.to }
    return assigned?.lead ?? file.accepted?.unit ?? suggestedUnit
  }

  /// The due date of the clock that runs; nil when none does, or it was found to have run out.
  var runningDue: Date? {
    [acceptance, conclusion].compactMap { $0 }.filter(\.isRunning).map(\.basis.due).min()
  }

  /// The three contacts by number.
  func contact(_ number: Int) -> Contact? { file.contacts.last { $0.number == number } }

  /// How many of the three contacts are made or lawfully spared.
  var contactsDone: Int { (1...3).count { contact($0)?.isDone ?? false } }

  /// Whom verified findings concern, or whom the complaint named by its code.
  var knownSubject: String? { file.findings.last { $0.verified == true }?.subjectKey ?? subjectKey }

  /// The latest public state.
  var state: PetitionState {
    let decided = file.findings.compactMap(\.verified)
    let running = [acceptance, conclusion].compactMap { $0 }.filter { $0.metAt == nil }
    return PetitionState(
      petitionId: id, petitionNumber: number, sequence: Int(sequence), status: status, region: region,
      category: file.accepted?.category ?? category, channelClass: channel.intakeClass, receivedAt: receivedAt,
      acceptedAt: file.accepted?.at, concludedAt: file.concluded?.at, archivedAt: file.archived?.at,
      lead: file.accepted == nil ? nil : unit, subjectKey: knownSubject,
      verified: decided.isEmpty ? nil : decided.contains(true),
      overdue: [acceptance, conclusion].compactMap { $0 }.contains(where: \.isOverdue), contacts: contactsDone,
      satisfied: file.calls.last?.satisfied, nextDue: running.min { $0.basis.due < $1.basis.due }?.dueDate,
      compensationCaseId: file.outcomes.last { $0.caseId != nil }?.caseId, updatedAt: updatedAt)
  }
}
