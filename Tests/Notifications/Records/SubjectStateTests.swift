import FoundationEssentials
import Testing

@testable import Notifications

@Suite("How it stands with a subject")
struct SubjectStateTests {
  private func record(
    _ ordinal: Int64, contact: Int?, _ status: MessageStatus, wants: Bool = false, acknowledged: Bool = false
  ) -> MessageRecord {
    let at = Date(timeIntervalSince1970: 1_770_000_000 + Double(ordinal))
    return MessageRecord(
      id: UUID(), ordinal: ordinal, subject: "s", petitionId: nil, contact: contact, audience: "petitioner",
      addressee: nil, template: "t", channels: ["sms"], region: "360482", urgency: "legal", status: status, attempts: 2,
      channel: "sms", proof: nil, proofSha256: nil, failure: nil, documentNumber: nil, notBefore: nil, expiresAt: nil,
      wantsAcknowledgement: wants, acknowledgedAt: acknowledged ? at : nil, madeAt: at, dueAt: nil,
      settledAt: status == .pending ? nil : at.addingTimeInterval(60))
  }

  @Test func `each contact is told by its latest message, and every message is counted`() {
    let records = [
      record(9, contact: 2, .pending), record(8, contact: 1, .delivered, wants: true, acknowledged: true),
      record(7, contact: 1, .failed), record(6, contact: 0, .delivered, wants: true), record(5, contact: nil, .byHand),
    ]
    let state = SubjectState(subject: "s", records: records, deliveries: [.exhausted: 2])
    #expect(state.contacts.map(\.number) == [1, 2] && state.contacts.map(\.status) == [.delivered, .pending])
    #expect(state.contacts.map(\.isAcknowledged) == [true, false])
    #expect(state.contacts[0].at == records[1].settledAt && state.contacts[1].at == records[0].madeAt)
    #expect(state.messages == [.pending: 1, .delivered: 2, .failed: 1, .byHand: 1] && state.unacknowledged == 1)
    #expect(state.latest?.ordinal == 9 && !state.isEmpty)
  }

  @Test func `a subject of which nothing was told is empty; deliveries alone are something`() {
    #expect(SubjectState(subject: "s", records: [], deliveries: [:]).isEmpty)
    #expect(!SubjectState(subject: "s", records: [], deliveries: [.pending: 1]).isEmpty)
  }
}
