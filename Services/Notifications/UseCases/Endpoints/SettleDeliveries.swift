import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Writes down what visits to endpoints came to, all at once, and what follows: the next of a subject, a later attempt,
/// the end of the attempts, the end of the endpoint, what its owner is told.
struct SettleDeliveries: Sendable {
  /// What followed from an attempt; the names are those of the metric.
  enum Outcome: String, Sendable, CaseIterable {
    case delivered
    /// To be tried again.
    case retried
    case exhausted
    /// The endpoint was switched off; the delivery waits.
    case disabled
    /// Another worker has the endpoint: the attempt is not ours to note.
    case lost
  }

  let policy: DeliveryPolicy
  let tellOwner: TellOwner

  /// - Returns: what followed from each attempt, visit by visit.
  func callAsFunction(_ reports: [VisitReport], work: UnitOfWork) async throws -> [[Outcome]] {
    let held = try await SettlementStore.lock(reports.map(\.endpoint), on: work.connection)
    let now = Date()
    var settled: [SettlementStore.Settled] = []
    var visited: [SettlementStore.Visited] = []
    var outcomes: [[Outcome]] = []
    var judged: [(VisitReport, SettlementStore.Held, VisitJudgement)] = []
    for report in reports {
      guard let own = held[report.endpoint.id], !report.attempts.isEmpty else {
        outcomes.append(report.attempts.map { _ in .lost })
        continue
      }
      let judgement = VisitJudgement(
        report.attempts, health: own.health, policy: policy, now: now, jitter: { Double.random(in: 0...1) })
      var hour = EndpointHour()
      hour.count(report.attempts, judgement.fates)
      settled += zip(report.attempts, judgement.fates).map {
        SettlementStore.Settled(endpoint: report.endpoint.id, attempt: $0, fate: $1)
      }
      visited.append(
        SettlementStore.Visited(
          endpoint: report.endpoint.id, judgement: judgement, hour: hour, last: report.attempts.last,
          nextSlot: report.nextSlot))
      outcomes.append(judgement.fates.map(SettleDeliveries.outcome))
      judged.append((report, own, judgement))
    }
    try await write(settled, visited, released: reports.filter { $0.attempts.isEmpty }, work)
    for (report, own, judgement) in judged { try await follow(report, own, judgement, now: now, work: work) }
    return outcomes
  }

  private func write(
    _ settled: [SettlementStore.Settled], _ visited: [SettlementStore.Visited], released: [VisitReport],
    _ work: UnitOfWork
  ) async throws {
    var statements: [SQL] = []
    if !settled.isEmpty {
      statements += SettlementStore.deliveries(settled)
      let ended = settled.filter { $0.fate == .delivered || $0.fate == .exhausted }
      if !ended.isEmpty { statements.append(SettlementStore.advance(ended)) }
      statements.append(SettlementStore.endpoints(visited))
      statements.append(EndpointStatisticsStore.add(visited.map { ($0.endpoint, $0.hour) }))
    }
    if !released.isEmpty {
      statements.append(SettlementStore.release(released.map(\.endpoint)))
    }
    if !statements.isEmpty { _ = try await work.connection.pipeline(statements) }
  }

  /// What the world and the owner are told. Rare: most visits end here at once.
  private func follow(
    _ report: VisitReport, _ own: SettlementStore.Held, _ judgement: VisitJudgement, now: Date, work: UnitOfWork
  ) async throws {
    var sequence = own.sequence
    for (attempt, fate) in zip(report.attempts, judgement.fates) where fate == .exhausted {
      sequence += 1
      exhausted(attempt, at: report.endpoint.id, own, sequence: sequence, now: now, work: work)
    }
    if sequence > own.sequence {
      try await work.connection.execute(
        "update subscription set sequence = \(sequence) where id = \(report.endpoint.id)")
    }
    if judgement.warns {
      try await tellOwner(
        .failing(since: judgement.health.failingSince ?? now, attempts: judgement.health.failures),
        endpoint: report.endpoint.id, url: report.endpoint.url, agency: own.agency, regions: own.regions,
        policy: policy,
        work: work)
    }
    if let reason = judgement.disables {
      try await disable(report, because: reason, judgement.health, now: now, work: work)
    }
  }

  private func exhausted(
    _ attempt: DeliveryAttempt, at endpoint: UUID, _ own: SettlementStore.Held, sequence: Int64, now: Date,
    work: UnitOfWork
  ) {
    let delivery = attempt.delivery
    Announcements.exhausted(
      DeliveryExhausted(
        deliveryId: delivery.id, endpointId: endpoint.lowercased, agency: own.agency, at: now,
        eventType: delivery.type, eventSubject: delivery.subject, attempts: delivery.attempts + 1,
        lastStatus: attempt.verdict.status, failure: attempt.verdict.failure),
      round: delivery.replays, sequence: sequence, work: work)
    work.record(
      AuditEntry(
        actor: "notifications", action: "delivery.exhausted", subject: delivery.id.lowercased,
        cause: endpoint.lowercased))
  }

  private func disable(
    _ report: VisitReport, because reason: DisableReason, _ health: EndpointHealth, now: Date, work: UnitOfWork
  ) async throws {
    guard var subscription = try await SubscriptionStore.find(report.endpoint.id, on: work.connection) else { return }
    let event = try subscription.disable(
      because: reason, by: "notifications", at: now, failingSince: health.failingSince,
      failedAttempts: health.failures)
    try await SubscriptionStore.save(subscription, on: work.connection)
    try await work.connection.execute(EndpointStore.suspend(report.endpoint.id))
    Announcements.disabled(event, sequence: subscription.sequence, work: work)
    try await tellOwner(
      .disabled(reason, at: now), endpoint: subscription.id, url: subscription.url.text, agency: subscription.agency,
      regions: subscription.filter.regions.map(\.description), policy: policy, work: work)
    work.record(
      AuditEntry(
        actor: "notifications", action: "subscription.disabled", subject: report.endpoint.id.lowercased,
        cause: reason.rawValue))
  }

  private static func outcome(_ fate: DeliveryFate) -> Outcome {
    switch fate {
    case .delivered: .delivered
    case .retried: .retried
    case .exhausted: .exhausted
    case .waits: .disabled
    }
  }
}
