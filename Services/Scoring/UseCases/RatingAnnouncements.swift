import Contracts
import FoundationEssentials
import Messaging

/// Puts what happened to ratings on the topics, each event with its number and the state that it leads to.
enum RatingAnnouncements {
  /// Emits what a change says, counts it, and records the state it leads to.
  static func emit(_ change: RatingChange, of rating: inout Rating, cause: Cause, work: UnitOfWork) {
    for event in change.events(subject: rating.subject, region: rating.region) {
      rating.sequence += 1
      work.emit(outbound(event, on: .scores, sequence: rating.sequence, cause: cause))
    }
    state(of: rating, cause: cause, work: work)
    FollowRatings.schedule(rating.subject, mark: "rating \(rating.sequence)", work: work)
  }

  /// Records the state alone.
  static func state(of rating: Rating, cause: Cause, work: UnitOfWork) {
    work.emit(outbound(rating.state, on: .ratingStates, sequence: rating.sequence, cause: cause))
  }

  private static func outbound(
    _ payload: some EventPayload, on topic: Topic, sequence: Int64, cause: Cause
  ) -> OutboundEvent {
    OutboundEvent(
      topic: topic, key: payload.recordKey, type: type(of: payload).type, subject: payload.recordKey, cause: cause,
      sequence: sequence, attributes: payload.filters, data: payload.json)
  }
}
