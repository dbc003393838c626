import Contracts
import FoundationEssentials
import Messaging

/// Puts what happened to cases on the topics, each event with its number and the state that it leads to.
enum CaseAnnouncements {
  /// Emits events of a case, counts them, and records the state they lead to.
  static func emit(
    _ events: [any EventPayload], of compensation: inout CompensationCase, cause: Cause, work: UnitOfWork
  ) {
    for event in events {
      compensation.sequence += 1
      work.emit(outbound(event, on: .compensations, sequence: compensation.sequence, cause: cause))
    }
    state(of: compensation, cause: cause, work: work)
  }

  /// Records the state alone.
  static func state(of compensation: CompensationCase, cause: Cause, work: UnitOfWork) {
    work.emit(
      outbound(compensation.state, on: .compensationStates, sequence: compensation.sequence, cause: cause))
  }

  private static func outbound(
    _ payload: some EventPayload, on topic: Topic, sequence: Int64, cause: Cause
  ) -> OutboundEvent {
    OutboundEvent(
      topic: topic, key: payload.recordKey, type: type(of: payload).type, subject: payload.recordKey, cause: cause,
      sequence: sequence, attributes: payload.filters, data: payload.json)
  }
}
