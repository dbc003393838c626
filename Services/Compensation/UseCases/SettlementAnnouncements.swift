import Contracts
import FoundationEssentials
import Messaging

/// Puts what happened to draws and batches on the topic. The thing and the number of the event name its cause: each step
/// happens once.
enum SettlementAnnouncements {
  static func emit(
    _ event: any EventPayload, of kind: String, _ id: UUID, sequence: Int64, trace: TraceParent?, work: UnitOfWork
  ) {
    let cause = Cause(id: "\(kind):\(id.lowercased):\(sequence)", correlation: id.lowercased, traceParent: trace)
    work.emit(
      OutboundEvent(
        topic: .compensations, key: event.recordKey, type: type(of: event).type, subject: event.recordKey,
        cause: cause, sequence: sequence, attributes: event.filters, data: event.json))
  }
}
