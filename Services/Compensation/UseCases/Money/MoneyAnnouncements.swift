import Contracts
import FoundationEssentials
import Messaging

/// Puts what happened to projects, years, plans and circulars on the topic of compensation.
enum MoneyAnnouncements {
  /// - Parameter sequence: per project, year or plan, from 1.
  static func emit(_ event: some EventPayload, sequence: Int64, cause: Cause, work: UnitOfWork) {
    work.emit(
      OutboundEvent(
        topic: .compensations, key: event.recordKey, type: type(of: event).type, subject: event.recordKey,
        cause: cause, sequence: sequence, attributes: event.filters, data: event.json))
  }
}
