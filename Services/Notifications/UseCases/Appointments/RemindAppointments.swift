import Contracts
import FoundationEssentials
import Messaging

/// Reminds addressees of appointments, as long before as the rules say.
struct RemindAppointments: Sendable {
  static let timer = "notification.appointment"

  let books: NoticeBooks

  static func schedule(_ appointment: Appointment, leads: [Duration], work: UnitOfWork) {
    for lead in leads {
      let due = appointment.at.addingTimeInterval(-lead.inSeconds)
      if due > work.now { work.schedule(DurableTimer(kind: timer, subject: subject(appointment, lead), due: due)) }
    }
  }

  static func cancel(_ appointment: Appointment, leads: [Duration], work: UnitOfWork) {
    for lead in leads { work.cancel(timers: [timer], of: subject(appointment, lead)) }
  }

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let timing = books.current.timing
    var drafts: [MessageDraft] = []
    for timer in timers {
      guard let id = timer.subject.split(separator: "/").first.flatMap({ UUID(text: String($0)) }),
        let appointment = try await AppointmentStore.find(id, on: work.connection), appointment.status == .planned,
        appointment.at > work.now
      else { continue }
      let entry = try await AddresseeStore.find([appointment.addressee], on: work.connection)[appointment.addressee]
      guard entry?.isActive ?? true else { continue }
      drafts.append(
        appointment.draft(
          "appointment-reminder", to: entry, channels: timing.appointmentChannels, timing: timing, now: work.now,
          cause: "appointment-reminder:\(timer.subject):\(RFC3339.text(of: appointment.at))"))
    }
    if !drafts.isEmpty { try await MessageStore.insert(drafts, work: work) }
  }

  private static func subject(_ appointment: Appointment, _ lead: Duration) -> String {
    "\(appointment.id.lowercased)/\(Int(lead.inSeconds))"
  }
}
