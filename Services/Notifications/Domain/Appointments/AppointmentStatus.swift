/// Where an appointment stands.
enum AppointmentStatus: String, Sendable, CaseIterable {
  case planned
  case kept
  /// It was not kept.
  case missed
  case cancelled
}
