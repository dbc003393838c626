import Contracts
import FoundationEssentials
import Messaging

/// Puts what happened to cases on the topics, each event with its number, and the state that they lead to.
enum CaseAnnouncements {
  /// Emits an event of a case and counts it.
  static func emit(
    _ event: any EventPayload, of compensation: inout CompensationCase, cause: Cause, work: UnitOfWork
  ) {
    compensation.sequence += 1
    work.emit(outbound(event, on: .compensations, sequence: compensation.sequence, cause: cause))
  }

  /// Records the state.
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
