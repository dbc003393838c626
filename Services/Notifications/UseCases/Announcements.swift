import Contracts
import FoundationEssentials
import Messaging

/// Puts what notifications tell on their topic.
enum Announcements {
  static func outbound(_ payload: some EventPayload, sequence: Int64, cause: Cause) -> OutboundEvent {
    OutboundEvent(
      topic: .notifications, key: payload.recordKey, type: type(of: payload).type, subject: payload.recordKey,
      cause: cause, sequence: sequence, attributes: payload.filters, data: payload.json)
  }

  /// Tells that an endpoint was switched off. Nothing public caused it: the thread begins with the endpoint.
  static func disabled(_ event: EndpointDisabled, sequence: Int64, work: UnitOfWork) {
    work.emit(
      outbound(
        event, sequence: sequence,
        cause: Cause(id: "endpoint-disabled:\(event.endpointId):\(sequence)", correlation: event.endpointId)))
  }

  /// Tells that a delivery was given up.
  /// - Parameter round: how often it was asked for again before.
  static func exhausted(_ event: DeliveryExhausted, round: Int, sequence: Int64, work: UnitOfWork) {
    work.emit(
      outbound(
        event, sequence: sequence,
        cause: Cause(
          id: "delivery-exhausted:\(event.deliveryId.lowercased):\(round)", correlation: event.deliveryId.lowercased)))
  }
}
