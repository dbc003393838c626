import Testing

@testable import Messaging

/// Guarantee 3's table of positions, row by row.
@Suite("Where a relay starts")
struct RelayStartTests {
  private let ticks = RelayStart.Ticks(base: 1, newest: 40, markAtPosition: 77, system: "S")

  private func position(tick: Int64 = 30, mark: Int64 = 77, system: String = "S") -> RelayPosition {
    RelayPosition(tick: tick, lastID: 1_000, mark: mark, system: system)
  }

  @Test("Kafka's position wins when its metadata fits the database, even over a newer hint")
  func kafkaWins() {
    #expect(
      RelayStart.decide(kafka: position(), published: (35, 2_000), ticks: ticks) == .resume(tick: 30, lastID: 1_000))
  }

  @Test("a new schema at a new broker starts at its base")
  func fresh() {
    #expect(RelayStart.decide(kafka: nil, published: nil, ticks: ticks) == .resume(tick: 1, lastID: .max))
  }

  @Test("an expired position is looked for in the topics' tails, never guessed")
  func expired() {
    #expect(
      RelayStart.decide(kafka: nil, published: (35, 2_000), ticks: ticks) == .searchTails(tick: 35, lastID: 2_000))
  }

  @Test("a database that lacks Kafka's tick, or has another under its number, was restored: refuse")
  func restored() {
    #expect(
      RelayStart.decide(kafka: position(tick: 41), published: (35, 2_000), ticks: ticks) == .refuse(.databaseBehind))
    var other = ticks
    other.markAtPosition = 78
    #expect(RelayStart.decide(kafka: position(), published: nil, ticks: other) == .refuse(.databaseBehind))
    other.markAtPosition = nil
    #expect(RelayStart.decide(kafka: position(), published: nil, ticks: other) == .refuse(.databaseBehind))
  }

  @Test("a database of another cluster is refused")
  func otherCluster() {
    #expect(
      RelayStart.decide(kafka: position(system: "T"), published: nil, ticks: ticks) == .refuse(.otherDatabase))
  }

  @Test("a base newer than the position – after a wiped broker or a recovery – goes first")
  func newerBase() {
    var recovered = ticks
    recovered.base = 50
    recovered.newest = 50
    recovered.markAtPosition = nil
    #expect(
      RelayStart.decide(kafka: position(system: "T"), published: nil, ticks: recovered)
        == .resume(tick: 50, lastID: .max))
  }

  @Test("the position survives its way through Kafka's metadata; foreign metadata is no position")
  func metadata() {
    let position = position()
    #expect(RelayPosition(offset: position.tick, metadata: position.metadata) == position)
    #expect(RelayPosition(offset: 3, metadata: "") == nil)
    #expect(RelayPosition(offset: 3, metadata: "v2 1 2 S") == nil)
  }
}
