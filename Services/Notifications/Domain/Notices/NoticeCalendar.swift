import Civics
import Contracts
import FoundationEssentials

/// What comes round by itself: reminders before appointments and meetings, and days that recur.
struct NoticeCalendar: Sendable {
  /// How long before an appointment its addressee is reminded.
  let appointmentLeads: [Duration]
  /// How long before a meeting those invited are reminded.
  let meetingLead: Duration
  let recurring: [RecurringDay]
}
