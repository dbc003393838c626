import Civics
import Contracts

extension NoticeTiming {
  init(_ source: NoticeSource) throws {
    func rules(_ key: String) -> (RulesInForce, String) { (source.rules(for: key), key) }
    let (quiet, quietKey) = rules("notification.quiet-hours")
    let (except, exceptKey) = rules("notification.quiet-hours.exceptions")
    let (loud, loudKey) = rules("notification.quiet-hours.channels")
    let (digest, digestKey) = rules("notification.digest.time")
    let (carry, carryKey) = rules("notification.digest.channels")
    let (visit, visitKey) = rules("notification.appointment.channels")
    let (most, mostKey) = rules("notification.throttle.most")
    let (window, windowKey) = rules("notification.throttle.window")
    let (stale, staleKey) = rules("notification.stale-after")
    var exempt: Set<MessageUrgency> = []
    for word in try except.list(exceptKey) {
      switch word {
      case "EMERGENCY": exempt.insert(.urgent)
      case "LEGAL_DEADLINE_TODAY": exempt.insert(.legal)
      default: break
      }
    }
    self.init(
      quietHours: try quiet.window(quietKey), exempt: exempt,
      disturbing: Set(try NoticeRow.codes(try loud.list(loudKey).joined(separator: ","))),
      digestMinute: try digest.window(digestKey).start,
      digestChannels: try NoticeRow.codes(try carry.list(carryKey).joined(separator: ",")),
      appointmentChannels: try NoticeRow.codes(try visit.list(visitKey).joined(separator: ",")),
      mostInWindow: try most.integer(mostKey),
      window: try window.duration(windowKey), staleAfter: try stale.duration(staleKey))
  }
}

extension NoticeCalendar {
  init(_ source: NoticeSource) throws {
    let leads = "notification.appointment.leads"
    let meeting = "notification.meeting.lead"
    let days = "notification.recurring-days"
    self.init(
      appointmentLeads: try source.rules(for: leads).durations(leads),
      meetingLead: try source.rules(for: meeting).duration(meeting),
      recurring: try source.rules(for: days).table(days).rows.map(RecurringDay.init))
  }
}

extension RecurringDay {
  /// Reads a row of `notification.recurring-days`.
  init(_ row: RuleRow) throws {
    guard let hours = DailyWindow(try row.text("hours")), hours.start < hours.end else {
      throw NoticeRow.Fault(message: "hours are written 09:00-16:00")
    }
    let day = try row.integer("day")
    guard (1...31).contains(day) else { throw NoticeRow.Fault(message: "a month has the days 1 to 31") }
    self.init(
      code: try row.text("code"), kind: try NoticeRow.code(try row.text("kind")), monthDay: day, start: hours.start,
      end: hours.end, lead: try row.duration("lead"), audience: try NoticeRow.code(try row.text("audience")),
      title: try row.text("title"), place: try row.text("place"))
  }
}
