import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Makes results public before their period ends, without anyone asking.
struct PublishResults: Sendable {
  static let timer = "inspection-draw.publication"

  let rules: RuleBook

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    for id in timers.compactMap({ UUID(text: $0.subject) }) {
      guard var draw = try await DrawStore.lock(id, on: work.connection) else { continue }
      let lead = try Self.lead(rules, at: work.now)
      try await Self.publish(of: &draw, dueBy: work.now.addingTimeInterval(lead), work: work)
      try await DrawStore.save(draw, on: work.connection)
      try await Self.schedule(draw.id, lead: lead, work: work)
    }
  }

  /// Makes results of a draw public.
  /// - Parameter instant: only those whose period ends by then; nil for all.
  static func publish(of draw: inout InspectionDraw, dueBy instant: Date?, work: UnitOfWork) async throws {
    let published = try await AssignmentStore.publish(
      of: draw.id, dueBy: instant, at: work.now, on: work.connection)
    for assignment in published {
      guard let result = assignment.result else { continue }
      draw.sequence += 1
      InspectionAnnouncements.emit(
        InspectionResultPublished(
          drawId: draw.id, region: assignment.region, at: work.now, subjectKey: assignment.subject,
          inspectionNumber: result.inspectionNumber, inspectedAt: result.inspectedAt, onSite: result.onSite,
          problems: result.problems, factCodes: result.factCodes, inspectors: assignment.inspectors,
          publishBy: result.publishBy, rule: result.rule), of: draw, work: work)
    }
  }

  /// Sets the timer to the next result that must be public.
  static func schedule(_ draw: UUID, lead: TimeInterval, work: UnitOfWork) async throws {
    guard let due = try await AssignmentStore.nextDue(of: draw, on: work.connection) else { return }
    work.schedule(
      DurableTimer(kind: timer, subject: draw.lowercased, due: due.addingTimeInterval(-lead)))
  }

  /// How long before its period ends a result goes out by itself, in seconds.
  static func lead(_ book: RuleBook, at instant: Date) throws -> TimeInterval {
    Double(try book.rules(at: instant).duration("scoring.inspection.publication.lead").components.seconds)
  }
}
