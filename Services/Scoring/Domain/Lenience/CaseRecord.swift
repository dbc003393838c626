import Contracts
import FoundationEssentials

/// One thing that was told of a penalty case, of a duty of compensation or of study, as it was told. Never changed: a case
/// is put together from its records, in whatever order they came.
struct CaseRecord: Sendable {
  /// That of the ledger's entry, where the same event made one.
  let id: UUID
  let kind: CaseRecordKind
  /// `uscc:…` or `site:…`.
  let subject: String
  /// Six digits of GB/T 2260.
  let region: String
  let source: String
  /// The official number of the penalty case. With the subject it names the case: study and rectification are told by
  /// other systems than the one that numbers penalties.
  let penaltyNumber: String?
  /// The compensation case.
  let caseId: UUID?
  /// The business instant it is about.
  let at: Date
  /// How long was studied.
  let minutes: Int?
  /// The record that does not stand.
  let corrects: UUID?
  /// The data of the event.
  let payload: JSON

  init(
    id: UUID, kind: CaseRecordKind, subject: String, region: String, source: String, penaltyNumber: String? = nil,
    caseId: UUID? = nil, at: Date, minutes: Int? = nil, corrects: UUID? = nil, payload: JSON
  ) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.region = region
    self.source = source
    self.penaltyNumber = penaltyNumber
    self.caseId = caseId
    self.at = at
    self.minutes = minutes
    self.corrects = corrects
    self.payload = payload
  }

  /// The data as the event's own type; nil for a record of another kind.
  func read<Payload: EventPayload>(_ type: Payload.Type) -> Payload? { try? Payload(json: payload, path: "payload") }

  /// In the order in which they happened; the id decides between those of one instant.
  static func precedes(_ left: CaseRecord, _ right: CaseRecord) -> Bool {
    left.at == right.at ? left.id.uuidString < right.id.uuidString : left.at < right.at
  }
}
