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
  /// How many petitions on the matter there are, this one included; nil while it stands alone.
  var repeats: Int?
  var acceptance: Deadline
  var conclusion: Deadline?
  /// Further clocks, and those of answers that no longer stand.
  var clocks: [Deadline] = []
  var file: CaseFile
  var updatedAt: Date
  /// Counts the changes that whoever changes it must have seen: all but warnings and further repeats, which say nothing
  /// against what somebody is about to do.
  var version: Int64 = 1
  /// How it came in, beside what every petition has.
  var particulars = Particulars()

  /// The unit that has the case.
  var unit: String { file.custody?.holder ?? file.accepted?.unit ?? suggestedUnit }

  /// The three contacts by number.
  func contact(_ number: Int) -> Contact? { file.contacts.last { $0.number == number } }

  /// How many of the three contacts are made or lawfully spared.
  var contactsDone: Int { (1...3).count { contact($0)?.isDone ?? false } }

  /// Whom verified findings concern, or whom the complaint named by its code.
  var knownSubject: String? { file.findings.last { $0.verified == true }?.subjectKey ?? subjectKey }

  /// The latest public state.
  var state: PetitionState {
    let decided = file.findings.compactMap(\.verified)
    let open = openClocks
    let custody = file.custody
    let matter = file.matter
    let next = open.first { !$0.isStanding } ?? open.first
    let compensation = file.outcomes.last { $0.caseId != nil }
    return PetitionState(
      petitionId: id, petitionNumber: number, sequence: Int(sequence), status: status, region: region,
      category: file.accepted?.category ?? category, channelClass: channel.intakeClass, receivedAt: receivedAt,
      acceptedAt: file.accepted?.at, concludedAt: file.concluded?.at, archivedAt: file.archived?.at,
      lead: file.accepted == nil ? nil : unit, subjectKey: knownSubject,
      verified: decided.isEmpty ? nil : decided.contains(true),
      overdue: isOverdue, contacts: contactsDone,
      satisfied: file.currentCalls.last?.satisfied, supervision: file.supervision?.level,
      paused: file.pause == nil ? nil : true, handedOverAt: custody?.handedOverAt,
      investigatedAt: custody?.investigatedAt,
      handledAt: file.handled?.at, nextDue: next?.dueDate, compensationCaseId: compensation?.caseId,
      summary: publicSummary, mergedInto: matter?.mergedInto, repeats: repeats,
      backlog: matter?.backlog == nil ? nil : true, updatedAt: updatedAt)
  }
}
