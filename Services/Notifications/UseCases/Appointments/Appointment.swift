import Contracts
import FoundationEssentials
import Messaging

/// A visit that was agreed on with an enterprise (预约上门). It is service, not inspection: nothing is deducted for what
/// is seen.
struct Appointment: Sendable, Equatable {
  let id: UUID
  var entry: Int64 = 0
  let addressee: String
  let audience: MessageAudience
  let region: String
  /// The unit that comes, by its code.
  let unit: String
  let purpose: AppointmentPurpose
  var at: Date
  var place: String?
  var note: String?
  var status = AppointmentStatus.planned
  /// The one that this follows.
  let follows: UUID?
  let madeBy: String
  var version: Int64 = 1
  var updatedAt: Date

  mutating func move(to instant: Date, place: String?, now: Date) throws(NoticeError) {
    guard status == .planned else { throw .appointmentOutOfTurn("move", status: status) }
    guard instant > now else { throw .past(field: "at") }
    at = instant
    self.place = place ?? self.place
  }

  mutating func cancel(note: String?) throws(NoticeError) {
    guard status == .planned else { throw .appointmentOutOfTurn("cancel", status: status) }
    status = .cancelled
    self.note = note ?? self.note
  }

  /// Notes whether it took place.
  mutating func close(kept: Bool) throws(NoticeError) {
    guard status == .planned else { throw .appointmentOutOfTurn(kept ? "keep" : "miss", status: status) }
    status = kept ? .kept : .missed
  }

  /// - Parameter before: when it was to be, for one that was moved.
  func words(before: Date? = nil) -> JSONObject {
    var words = JSONObject()
    words.set("purpose", code: purpose)
    words.set("at", at)
    words.set("before", before)
    words.set("place", place)
    words.set("unit", unit)
    words.set("note", note)
    return words
  }

  /// The message that tells of it.
  /// - Parameter cause: what makes it a message of its own: the step, or the reminder.
  func draft(
    _ template: String, to entry: Addressee?, before: Date? = nil, channels: [ContactChannel], timing: NoticeTiming,
    now: Date, cause: String
  ) -> MessageDraft {
    let channels = entry?.order(channels, urgency: .ordinary) ?? channels
    return MessageDraft(
      id: MessageDraft.id(cause: cause, template: template, addressee: addressee), subject: id.lowercased,
      audience: audience, addressee: addressee, template: template, language: entry?.language ?? .chinese,
      words: words(before: before), channels: channels, region: region,
      notBefore: timing.notBefore(now, urgency: .ordinary, channels: channels), expiresAt: at,
      cause: Cause(id: cause, correlation: id.lowercased))
  }
}
