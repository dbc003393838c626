import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Agrees on an appointment, moves it, calls it off, notes whether it took place; tells the addressee each time.
struct KeepAppointment: Sendable {
  /// What an appointment is to be.
  struct Wish: Sendable {
    let addressee: String
    let unit: String
    let purpose: AppointmentPurpose
    let at: Date
    let place: String?
    let note: String?
  }

  enum Step: Sendable {
    case move(to: Date, place: String?)
    case cancel(note: String?)
    /// It took place; the next one is agreed on at once where there is to be one (复诊).
    case keep(followUp: Date?)
    case miss
  }

  let books: NoticeBooks

  /// - Parameter authorise: throws when the caller may not act in the addressee's region.
  /// - Returns: nil when nobody of this key is in the book.
  func make(
    _ wish: Wish, follows: UUID? = nil, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> Appointment? {
    guard let entry = try await AddresseeStore.find([wish.addressee], on: work.connection)[wish.addressee] else {
      return nil
    }
    try authorise(entry.region)
    guard wish.at > work.now else { throw NoticeError.past(field: "at") }
    let appointment = Appointment(
      id: UUID(), addressee: entry.key, audience: entry.audience, region: entry.region, unit: wish.unit,
      purpose: wish.purpose, at: wish.at, place: wish.place, note: wish.note, follows: follows,
      madeBy: caller.subject, updatedAt: work.now)
    guard let made = try await AppointmentStore.insert(appointment, on: work.connection) else {
      throw StoredValueError(table: "appointment", id: appointment.id.lowercased)
    }
    try await tell("appointment", made, entry: entry, work: work)
    RemindAppointments.schedule(made, leads: books.current.calendar.appointmentLeads, work: work)
    record("appointment.made", made, by: caller, work: work)
    return made
  }

  /// - Returns: it as it stands then; nil when there is none of this id.
  func callAsFunction(
    _ step: Step, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (Appointment) throws -> Void
  ) async throws -> Appointment? {
    guard var appointment = try await AppointmentStore.lock(id, on: work.connection) else { return nil }
    try authorise(appointment)
    let entry = try await AddresseeStore.find([appointment.addressee], on: work.connection)[appointment.addressee]
    let before = appointment.at
    let leads = books.current.calendar.appointmentLeads
    let action: String
    appointment.updatedAt = work.now
    appointment.version += 1
    switch step {
    case .move(let instant, let place):
      action = "appointment.moved"
      try appointment.move(to: instant, place: place, now: work.now)
      try await tell("appointment-moved", appointment, before: before, entry: entry, work: work)
      RemindAppointments.cancel(appointment, leads: leads, work: work)
      RemindAppointments.schedule(appointment, leads: leads, work: work)
    case .cancel(let note):
      action = "appointment.cancelled"
      try appointment.cancel(note: note)
      try await tell("appointment-cancelled", appointment, entry: entry, work: work)
      RemindAppointments.cancel(appointment, leads: leads, work: work)
    case .keep(let followUp):
      action = "appointment.kept"
      try appointment.close(kept: true)
      RemindAppointments.cancel(appointment, leads: leads, work: work)
      if let followUp {
        let wish = Wish(
          addressee: appointment.addressee, unit: appointment.unit, purpose: .followUp, at: followUp,
          place: appointment.place, note: nil)
        _ = try await make(wish, follows: id, by: caller, work: work, authorise: { _ in })
      }
    case .miss:
      action = "appointment.missed"
      try appointment.close(kept: false)
      RemindAppointments.cancel(appointment, leads: leads, work: work)
    }
    try await AppointmentStore.save(appointment, on: work.connection)
    record(action, appointment, by: caller, work: work)
    return appointment
  }

  private func tell(
    _ template: String, _ appointment: Appointment, before: Date? = nil, entry: Addressee?, work: UnitOfWork
  ) async throws {
    // A message that is late would tell of what has passed.
    guard appointment.at > work.now, entry?.isActive ?? true else { return }
    let timing = books.current.timing
    let cause = "appointment:\(appointment.id.lowercased):\(appointment.version)"
    try await MessageStore.insert(
      [
        appointment.draft(
          template, to: entry, before: before, channels: timing.appointmentChannels, timing: timing, now: work.now,
          cause: cause)
      ], work: work)
  }

  private func record(_ action: String, _ appointment: Appointment, by caller: Caller, work: UnitOfWork) {
    work.record(
      AuditEntry(actor: caller.subject, action: action, subject: appointment.id.lowercased, cause: caller.requestId))
  }
}
