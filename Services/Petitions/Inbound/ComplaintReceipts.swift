import Contracts
import FoundationEssentials
import Kafka
import Messaging

/// Answers complaint records on the receipts topic.
enum ComplaintReceipts {
  /// The receipt of a complaint that was read.
  static func emit(_ answer: IntakeAnswer, to message: InboundMessage, submission: UUID, work: UnitOfWork) {
    let petition = answer.petition
    var violation: ContractViolation?
    if case .rejected(let found) = answer { violation = found }
    // What is taken into a case has the sender's number all the same, not that of the case's first complaint.
    var own: String?
    if case .registered(let petition, _) = answer { own = petition.externalId }
    let receipt = ReceiptIssued(
      status: answer.status, source: message.event.source,
      externalId: own ?? externalId(of: message), eventId: message.event.id,
      record: position(of: message.record), recordSha256: hexadecimal(message.digest), at: work.now,
      petitionId: petition?.id, petitionNumber: petition?.number,
      dueDates: petition?.promisedAtReceipt ?? [], violation: violation.map(ReceiptViolation.init),
      notices: answer.notices)
    // A repeat has the same event id again: its receipt is named after the record, not after the event.
    var id = submission.lowercased
    if case .registered(let petition, _) = answer { id = petition.correlation.lowercased }
    let cause = Cause(
      id: id, correlation: petition?.correlation.lowercased ?? message.cause.id, traceParent: message.cause.traceParent)
    work.emit(
      PetitionAnnouncements.outbound(receipt, on: .complaintReceipts, sequence: answer.receipt, cause: cause))
  }

  /// The receipt of a complaint that is kept and will be handled later.
  static func delay(_ message: InboundMessage, work: UnitOfWork) {
    let receipt = ReceiptIssued(
      status: .delayed, source: message.event.source, externalId: externalId(of: message), eventId: message.event.id,
      record: position(of: message.record), recordSha256: hexadecimal(message.digest), at: work.now)
    // Not the id its later receipt will have: the two are different events.
    let cause = Cause(
      id: EventIdentity.cause(source: "delayed", id: submission(message.record, digest: message.digest).lowercased)
        .lowercased,
      correlation: message.cause.id, traceParent: message.cause.traceParent)
    work.emit(PetitionAnnouncements.outbound(receipt, on: .complaintReceipts, sequence: 0, cause: cause))
  }

  /// The receipt of a record that is no event, or none this topic takes.
  static func refuse(_ refused: RefusedMessage, digest: [UInt8], work: UnitOfWork) {
    let record = refused.record
    let glimpse = CloudEventGlimpse(value: record.value, headers: record.headers.map { ($0.name, $0.value) })
    let receipt = ReceiptIssued(
      status: .rejected, source: glimpse.source, externalId: glimpse.externalId, eventId: glimpse.id,
      record: position(of: record), recordSha256: hexadecimal(digest), at: work.now,
      violation: ReceiptViolation(refused.violation))
    let id = submission(record, digest: digest).lowercased
    work.emit(
      PetitionAnnouncements.outbound(
        receipt, on: .complaintReceipts, sequence: 0, cause: Cause(id: id, correlation: id)))
  }

  /// The id of a record: by its place in the log and, since a broker that lost its data gives places anew, by what it holds.
  static func submission(_ record: KafkaMessage, digest: [UInt8]) -> UUID {
    EventIdentity.cause(
      source: record.topic, id: "\(record.partition)/\(record.offset)/\(hexadecimal(digest))")
  }

  private static func externalId(of message: InboundMessage) -> String? {
    CloudEventGlimpse(
      value: message.record.value, headers: message.record.headers.map { ($0.name, $0.value) }
    ).externalId
  }

  private static func position(of record: KafkaMessage) -> RecordPosition {
    RecordPosition(topic: record.topic, partition: Int(record.partition), offset: Int(record.offset))
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: bytes.count * 2) { output in
      for (index, byte) in bytes.enumerated() {
        output[2 * index] = digits[Int(byte >> 4)]
        output[2 * index + 1] = digits[Int(byte & 15)]
      }
      return bytes.count * 2
    }
  }
}

extension ReceiptViolation {
  init(_ violation: ContractViolation) {
    self.init(
      code: violation.code.rawValue, field: violation.field, message: violation.message, remedy: violation.remedy)
  }
}
