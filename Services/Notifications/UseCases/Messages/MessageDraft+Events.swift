import Contracts
import FoundationEssentials
import Messaging

extension MessageDraft {
  /// The cause of what is told about this message: of its own, since messages of one cause are sent at different times
  /// and ids of events follow from the cause. The thread back to the root stays.
  /// - Parameter step: names the step within the message.
  func cause(of step: String) -> Cause {
    Cause(id: "message:\(id.lowercased):\(step)", correlation: cause.correlation, traceParent: cause.traceParent)
  }

  /// That it waits for its time.
  /// - Parameter now: real time, as in all of these.
  func queued(at now: Date) -> NotificationQueued {
    NotificationQueued(
      messageId: id, at: now, audience: audience, subject: subject, addressee: addressee, template: template,
      channels: channels, urgency: urgency, petitionId: petitionId, contact: contact, region: region,
      documentNumber: documentNumber, notBefore: notBefore, expiresAt: expiresAt,
      wantsAcknowledgement: wantsAcknowledgement ? true : nil)
  }

  /// That it is out of our hands, with the proof.
  func delivered(
    by channel: ContactChannel, attempts: Int, receipt: ChannelReceipt, at now: Date
  ) -> NotificationDelivered {
    NotificationDelivered(
      messageId: id, at: now, channel: channel, attempts: attempts, petitionId: petitionId, contact: contact,
      proof: receipt.proof, proofSha256: receipt.sha256, audience: audience, subject: subject, addressee: addressee,
      template: template, region: region, documentNumber: documentNumber)
  }

  /// That a channel was given up and the next has its turn.
  func channelFailed(
    _ channel: ContactChannel, attempts: Int, next: ContactChannel, reason: DeliveryFailure, detail: String?,
    at now: Date
  ) -> NotificationChannelFailed {
    NotificationChannelFailed(
      messageId: id, at: now, channel: channel, attempts: attempts, next: next, reason: reason, detail: detail,
      audience: audience, subject: subject, addressee: addressee, petitionId: petitionId, contact: contact,
      region: region, documentNumber: documentNumber)
  }

  /// That nobody can be reached by any channel.
  func failed(
    by channel: ContactChannel, attempts: Int, reason: DeliveryFailure, detail: String?, at now: Date
  ) -> NotificationFailed {
    NotificationFailed(
      messageId: id, at: now, channel: channel, attempts: attempts, petitionId: petitionId, contact: contact,
      reason: reason, detail: detail, audience: audience, subject: subject, addressee: addressee, template: template,
      region: region, documentNumber: documentNumber)
  }

  /// That the addressee said it came.
  func acknowledged(
    by kind: AcknowledgementKind, channel: ContactChannel?, proof: String?, proofSha256: String?, at now: Date
  ) -> NotificationAcknowledged {
    NotificationAcknowledged(
      messageId: id, at: now, by: kind, channel: channel, audience: audience, subject: subject, addressee: addressee,
      petitionId: petitionId, contact: contact, region: region, documentNumber: documentNumber, proof: proof,
      proofSha256: proofSha256)
  }
}
