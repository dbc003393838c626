import Contracts
import FoundationEssentials
import Messaging

/// Puts what happened to inspections, draws and the positive list on the topic.
enum InspectionAnnouncements {
  /// An event about a subject, numbered among all events of the subject, and the state that knows the number: whoever
  /// starts from the state topic sees which events it has.
  static func emit(_ event: some EventPayload, of rating: inout Rating, work: UnitOfWork) {
    rating.sequence += 1
    let id = "inspection:\(rating.subject):\(rating.sequence)"
    let cause = Cause(id: id, correlation: id)
    emit(event, sequence: rating.sequence, cause: cause, work: work)
    RatingAnnouncements.state(of: rating, cause: cause, work: work)
  }

  /// An event about a draw.
  static func emit(_ event: some EventPayload, of draw: InspectionDraw, work: UnitOfWork) {
    let cause = Cause(
      id: "inspection-draw:\(draw.id.lowercased):\(draw.sequence)", correlation: draw.id.lowercased)
    emit(event, sequence: draw.sequence, cause: cause, work: work)
  }

  private static func emit(_ event: some EventPayload, sequence: Int64, cause: Cause, work: UnitOfWork) {
    work.emit(
      OutboundEvent(
        topic: .scores, key: event.recordKey, type: type(of: event).type, subject: event.recordKey, cause: cause,
        sequence: sequence, attributes: event.filters, data: event.json))
  }
}
