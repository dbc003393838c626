import Postgres
import Contracts
import FoundationEssentials
import Messaging
import Testing

@testable import Scoring

@Suite("Random ledgers")
struct RandomLedgerTests {
  private static let subjects = [Fixtures.firm, Fixtures.site, "site:610116:另一作坊", "uscc:91110108551385082Q"]
  private let start: Date
  private let end: Date

  init() throws {
    start = try Fixtures.instant(2025, 1, 6)
    end = try Fixtures.instant(2026, 3, 1)
  }

  /// Facts told in any order, some of them twice, in batches of any size.
  private func tell(_ events: [any EventPayload], by chance: inout Chance, _ desk: Desk) async throws {
    var rest = chance.shuffled(events + events.prefix(events.count / 4))[...]
    while !rest.isEmpty {
      let size = chance.number(1...9)
      try await desk.take(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
  }

  private func shown(_ desk: Desk) async throws -> [String] {
    var lines: [String] = []
    for subject in Self.subjects {
      guard let rating = try await desk.rating(subject) else { continue }
      lines.append(
        "\(subject) \(rating.score?.description ?? "-") \(rating.colour) \(rating.colourSince) \(rating.counting) "
          + "\(String(describing: rating.nextChange)) \(rating.region) \(rating.owner ?? "-")")
    }
    return lines
  }

  private func recompute(_ desk: Desk) async throws -> [RecomputeRatings.Difference] {
    let recompute = desk.application.recomputeRatings
    return try await desk.runner.run { work in
      guard let range = try await recompute.pages.next(after: "", limit: 1000, on: work.connection) else { return [] }
      return try await recompute(range, work: work).differences
    }
  }

  @Test("any order and repetition of facts gives the same ratings, and recomputed they are the same", arguments: 1...6)
  func orders(seed: Int) async throws {
    var chance = Chance(seed: UInt64(seed))
    let events = chance.events(Self.subjects, from: start, count: 40)
    var results: [[String]] = []
    for _ in 0..<3 {
      var order = Chance(seed: chance.next())
      let result = try await Desk.with(at: end) { desk in
        try await tell(events, by: &order, desk)
        #expect(try await recompute(desk).isEmpty)
        return try await shown(desk)
      }
      results.append(result)
    }
    #expect(results[0] == results[1] && results[1] == results[2])
  }

  @Test(
    "told as they happen, every event says what the ledger says of its instant, then and for ever", arguments: 1...4)
  func asOf(seed: Int) async throws {
    var chance = Chance(seed: UInt64(seed) &+ 100)
    let events = chance.events(Self.subjects, from: start, count: 40).sorted { when($0) < when($1) }
    try await Desk.with(at: start) { desk in
      for event in events {
        try await desk.move(to: max(desk.clock.now, when(event)))
        try await desk.take([event])
      }
      try await desk.move(to: end)
      #expect(try await recompute(desk).isEmpty)
      for subject in Self.subjects {
        for told in try await desk.told(.ratingStates, about: subject) {
          let state = try RatingState(json: told.data)
          let found = try await desk.runner.read {
            try await desk.application.findSubject(subject, at: state.updatedAt, on: $0)
          }
          // Several facts of one instant have a state each; the last of them is the instant's.
          let later = try await desk.told(.ratingStates, about: subject).last {
            $0.data["updatedAt"] == told.data["updatedAt"]
          }
          guard later?.data["sequence"] == told.data["sequence"] else { continue }
          #expect(found.derivation.score?.decimal == state.score && found.derivation.colour == state.colour)
        }
      }
      // Which facts there are for one rating at the end follows from events alone as well.
      for subject in Self.subjects {
        let score = try await desk.told(.scores, about: subject).last { $0.score != nil }
        let rating = try await desk.rating(subject)
        #expect(score == nil || rating?.colour == .unrated || score?.score == rating?.score?.description)
      }
    }
  }

  @Test("since when a colour is there is what derivations of all instants before it say", arguments: 1...6)
  func since(seed: Int) async throws {
    var chance = Chance(seed: UInt64(seed) &+ 200)
    let events = chance.events(Self.subjects, from: start, count: 80)
    try await Desk.with(at: end) { desk in
      try await desk.take(events)
      let recompute = desk.application.recomputeRatings
      let scales = try recompute.clock.scales(through: end)
      let ledgers = try await desk.runner.read { try await recompute.facts.ledgers(of: Self.subjects, on: $0) }
      for ledger in ledgers.values {
        let instants = Set(ledger.entries.flatMap(\.edges)).sorted()
        let derived = try instants.map { try ledger.derive(at: $0, scale: scales.scale(at: $0)) }
        for (index, derivation) in derived.enumerated() {
          let run = derived[...index].reversed().prefix { $0.colour == derivation.colour }
          #expect(try ledger.colourSince(derivation, scales: scales) == run.last?.at)
        }
      }
      #expect(ledgers.count == Self.subjects.count)
    }
  }

  @Test("a stored rating that is wrong is found and repaired, with the events that tell of it")
  func repair() async throws {
    try await Desk.with(at: start) { desk in
      try await desk.take([
        Fixtures.inspection("1", ["TEN"], at: start),
        Fixtures.inspection("2", ["THIRTY"], at: start, subject: Fixtures.site),
      ])
      try await desk.pool.execute("update rating set score = 1, colour = 'red' where subject = \(Fixtures.firm)")
      let found = try await recompute(desk)
      #expect(found.map(\.stored.subject) == [Fixtures.firm] && found.first?.computed.score == Points(90))
      let told = try await desk.told(.scores).count
      try await desk.runner.run { try await desk.application.recomputeRatings.repair(found, work: $0) }
      #expect(try await recompute(desk).isEmpty)
      #expect(try await desk.told(.scores).count == told + 2)
      #expect(try await desk.rating()?.score == Points(90))
    }
  }

  private func when(_ event: any EventPayload) -> Date {
    switch event {
    case let event as InspectionRecorded: event.inspectedAt
    case let event as PenaltyDecided: event.decidedAt
    case let event as PenaltyFiled: event.filedAt
    case let event as ExamPassed: event.passedAt
    case let event as RectificationVerified: event.verifiedAt
    case let event as FactCorrected: event.correctedAt
    case let event as SubjectLinked: event.linkedAt
    default: .distantPast
    }
  }
}
