import Contracts
import Messaging

/// Puts what happens in leniency and study on the topic of scores.
enum LenienceAnnouncements {
  /// - Parameter sequence: the number of the event among those of its key.
  static func emit(_ payload: some EventPayload, sequence: Int64 = 1, cause: Cause, work: UnitOfWork) {
    work.emit(
      OutboundEvent(
        topic: .scores, key: payload.recordKey, type: type(of: payload).type, subject: payload.recordKey, cause: cause,
        sequence: sequence, attributes: payload.filters, data: payload.json))
  }
}
