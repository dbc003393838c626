import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Notes how subjects are called. One that nobody has reported anything about is known from then on, unrated.
struct RegisterSubjects: Sendable {
  let clock: RatingClock
  let ratings: RatingStore
  let register: SubjectRegister

  func callAsFunction(
    _ registrations: [(registration: SubjectRegistration, cause: Cause, actor: String)], work: UnitOfWork
  ) async throws {
    guard !registrations.isEmpty else { return }
    var latest: [String: (registration: SubjectRegistration, actor: String)] = [:]
    for item in registrations {
      let new = item.registration
      if let other = latest[new.subject]?.registration, other.order >= new.order { continue }
      latest[new.subject] = (new, item.actor)
    }
    let scale = try clock.scale(at: work.now)
    for isSite in [true, false] {
      let regions = latest.filter { $0.key.hasPrefix("site:") == isSite }.mapValues(\.registration.region)
      _ = try await ratings.lock(regions, scale: scale, at: work.now, on: work.connection)
    }
    try await register.save(latest.keys.sorted().compactMap { latest[$0] }, on: work.connection)
    for item in registrations {
      var detail = JSONObject()
      detail.set("title", item.registration.title)
      detail.set("kind", code: item.registration.kind)
      work.record(
        AuditEntry(
          actor: item.actor, action: "subject.registered", subject: item.registration.subject, cause: item.cause.id,
          detail: JSON.object(detail).bytes))
    }
  }
}

extension SubjectRegistration {
  /// The latest holds; told at one instant, the one with the higher number.
  fileprivate var order: (Date, String, String) { (registeredAt, source, externalId) }
}
