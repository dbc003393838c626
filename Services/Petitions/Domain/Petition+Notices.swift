import Contracts
import FoundationEssentials

extension Petition {
  /// Opens a notice: asks for the message, or records at once why there is none to send.
  /// - Returns: the event that tells of a notice lawfully spared.
  mutating func open(notice kind: NoticeKind, at now: Date) -> PetitionNotified? {
    var notice = Notice(kind: kind, messageId: nil, requestedAt: now)
    switch reach {
    case .channels:
      let round = "\(sequence)-\(file.notices.count)"
      notice = Notice(
        kind: kind,
        messageId: EventIdentity.uuidV5(
          namespace: EventIdentity.causeNamespace, parts: "petitioner-notice", id.lowercased, kind.rawValue, round),
        requestedAt: now)
    case .sealed: break
    case .declined, .nowhere:
      notice.outcome = reach.exemption
      notice.at = now
    }
    file.notices.append(notice)
    return notice.outcome.map { notified(kind, outcome: $0, at: now) }
  }

  /// Records what became of the message of a notice.
  /// - Returns: the event; nil for a message that is none of this petition's, or one that has arrived already.
  mutating func close(
    notice message: UUID, outcome: ContactOutcome, channel: ContactChannel, attempts: Int, proof: String?,
    at now: Date
  ) -> PetitionNotified? {
    guard let index = file.notices.lastIndex(where: { $0.messageId == message }), file.notices[index].outcome == nil
    else { return nil }
    file.notices[index].outcome = outcome
    file.notices[index].at = now
    file.notices[index].channel = channel
    file.notices[index].attempts = attempts
    file.notices[index].proof = proof
    var event = notified(file.notices[index].kind, outcome: outcome, at: now)
    event.channel = channel
    event.attempts = attempts
    event.messageId = message
    return event
  }

  private func notified(_ kind: NoticeKind, outcome: ContactOutcome, at now: Date) -> PetitionNotified {
    PetitionNotified(
      petitionId: id, petitionNumber: number, region: region, at: now, notice: kind, outcome: outcome)
  }
}
