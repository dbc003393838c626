import Contracts
import FoundationEssentials
import Testing

@Suite("What is told about messages")
struct NotificationEventTests {
  private let petition = UUID()
  private let message = UUID()

  @Test("All that is told about one petition, case or enterprise shares a key, whatever is told")
  func keys() {
    let now = Date(timeIntervalSince1970: 1_767_686_520)
    let queued = NotificationQueued(
      messageId: message, at: now, audience: .petitioner, template: "petition-received", channels: [.sms],
      urgency: .legal, petitionId: petition)
    let delivered = NotificationDelivered(
      messageId: UUID(), at: now, channel: .sms, attempts: 1, petitionId: petition, proof: "sms:1", subject: "other")
    #expect(queued.recordKey == petition.lowercased && delivered.recordKey == petition.lowercased)

    let failed = NotificationFailed(
      messageId: message, at: now, channel: .email, attempts: 1, reason: .rejected, subject: "uscc:91350100M000100Y43")
    #expect(failed.recordKey == "uscc:91350100M000100Y43")
    let alone = NotificationAcknowledged(messageId: message, at: now, by: .inbox, audience: .unit)
    #expect(alone.recordKey == message.lowercased)
  }

  @Test("Channel and region can be filtered on; an event has neither that does not know it")
  func filters() {
    let now = Date(timeIntervalSince1970: 1_767_686_520)
    let next = NotificationChannelFailed(
      messageId: message, at: now, channel: .sms, attempts: 3, next: .phone, reason: .unreachable, region: "360402")
    #expect(next.filters == [CloudEventAttribute(.region, "360402"), CloudEventAttribute(.kind, "sms")])
    let bare = NotificationAcknowledged(messageId: message, at: now, by: .spoken, audience: .participants)
    #expect(bare.filters.isEmpty)
  }
}
