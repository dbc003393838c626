import Contracts
import Foundation
import Postgres
import Support
import Testing

/// Real petitions through Kafka: what people wrote, with their repeats, their line breaks and their odd characters.
@Suite("Real petitions", .serialized)
struct ReplayTests {
  @Test(
    "1,203 real petitions: each ends in a state, the equal ones are linked and none is dropped, channels add up",
    .enabled(if: RealPetitions.isThere, "the file of real petitions is not beside the checkout: nothing to replay"))
  func replay() async throws {
    let real = try RealPetitions()
    try #require(real.petitions.count == 1_203)
    try await City.with { city in
      let service = try city.start()
      try await city.topics.write(real.petitions.map { real.record($0, topic: city.topics.prefix + "complaints") })
      #expect(try await city.settles(1_203), "\(service.lastWords)")
      try await city.rest(service)
      // What came in within a second is related at its end.
      let connection = try await city.administrator()
      _ = try await eventually(within: .seconds(30)) {
        try await connection.query("select count(*) from petition_relation", as: Int.self) == [2 * real.equals.count]
      }
      await connection.close()
      try await city.rest(service)
      await service.stop()

      try await city.check(1_203)
      #expect(try await city.receipts().filter { $0 == .registered }.count == 1_203)
      let states = try await city.events(.petitionStates).compactMap { try? $0.decode(PetitionState.self) }
      #expect(Set(states.map(\.petitionId)).count == 1_203)
      #expect(states.allSatisfy { $0.status == .received && $0.nextDue != nil })
      #expect(try await city.held().isEmpty)

      try await linked(real, in: city)
      try await addUp(real, in: city)
    }
  }

  private func id(_ number: String) -> UUID {
    EventIdentity.petition(source: "/hotline/fuzhou", externalId: "FZ-\(number)")
  }

  private func linked(_ real: RealPetitions, in city: City) async throws {
    let pairs = real.equals
    #expect(pairs.count == 19 && pairs.allSatisfy { $0.count == 2 })
    let related = try await city.events(.petitions).compactMap { try? $0.decode(PetitionRelated.self) }
    let told = Set(related.map { [$0.petitionId, $0.otherId] })
    let connection = try await city.administrator()
    for pair in pairs {
      let (first, second) = (id(pair[0]), id(pair[1]))
      #expect(told.isSuperset(of: [[first, second], [second, first]]))
      let rows = try await connection.query(
        """
        select count(*) from petition_relation where ended_at is null and is_automatic
          and (petition_id = \(first) and other_id = \(second) or petition_id = \(second) and other_id = \(first))
        """, as: Int.self)
      #expect(rows == [2])
    }
    await connection.close()
  }

  private func addUp(_ real: RealPetitions, in city: City) async throws {
    let received = try await city.events(.petitions).compactMap { try? $0.decode(PetitionReceived.self) }
    let told = Dictionary(grouping: received, by: \.channel).mapValues(\.count)
    #expect(told == Dictionary(grouping: real.petitions, by: \.channel).mapValues(\.count))
    let classes = Dictionary(grouping: received, by: \.channelClass).mapValues(\.count)
    #expect(classes[.visit] == nil, "no batch of visitors among them: every one is counted as one 件(次)")
    #expect(classes.values.reduce(0, +) == 1_203)
    let connection = try await city.administrator()
    let rows = try await connection.query(
      "select channel, count(*), count(unit), count(visitors) from petition group by channel",
      as: (String, Int, Int, Int).self)
    await connection.close()
    #expect(rows.allSatisfy { $0.1 == $0.2 && $0.3 == 0 }, "each belongs to a unit")
    for row in rows { #expect(told[try #require(IntakeChannel(rawValue: row.0))] == row.1) }
  }
}
