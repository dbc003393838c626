import Contracts

/// Why something asked of rules, documents, broadcasts or appointments cannot be done.
enum NoticeError: Error, Sendable, Equatable {
  /// The key does not name anybody of the audience.
  case addresseeKey(String, audience: MessageAudience)
  /// There is no template of this code.
  case noTemplate(String)
  /// What is asked does not fit where the broadcast stands.
  case broadcastOutOfTurn(String, status: BroadcastStatus)
  /// The segment names nobody.
  case emptySegment
  /// These were not invited.
  case notInvited([String])
  /// What is asked does not fit where the appointment stands.
  case appointmentOutOfTurn(String, status: AppointmentStatus)
  /// It lies in the past.
  case past(field: String)
  /// What a draft of rules gets wrong.
  case rules([String])
}
