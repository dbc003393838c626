import Contracts
import FoundationEssentials
import Kafka
import Messaging
import Postgres
import Support

@testable import Petitions

/// Books with many petitions in them, copied from a few that went through the real use cases.
enum FilledBooks {
  /// Where the templates stand, and how they got there.
  private static func advance(_ desk: Desk) async throws {
    let caller = Caller(subject: "wang.fang", requestId: "r-1", traceParent: nil)
    func take(_ step: some PetitionStep, _ name: String) async throws {
      let id = EventIdentity.petition(source: "/hotline/template", externalId: name)
      _ = try await desk.runner.run { work in
        try await desk.application.takeStep(step, on: id, by: caller, work: work, authorise: { _ in })
      }
    }
    for name in ["T-1", "T-2", "T-3"] { try await take(Accept(), name) }
    try await take(Assign(lead: "brigade"), "T-2")
    try await take(Transfer(to: "eco-360482", toRegion: "360482"), "T-3")
    try await take(TakeOver(), "T-3")
  }

  /// - Parameter size: how many copies.
  static func fill(_ desk: Desk, size: Int) async throws {
    let complaints = (0..<4).map { Fixtures.complaint("T-\($0)") }
    try await desk.take(
      complaints.enumerated().map { index, complaint in
        Fixtures.record(complaint, id: "t-\(index)", source: "/hotline/template", offset: Int64(index))
      })
    try await desk.fireTimers()
    try await advance(desk)
    let script = try String(contentsOfFile: "\(Surroundings.root)/deploy/lib/bench/fill.sql", encoding: .utf8)
    try await desk.pool.withConnection { connection in
      try await connection.script(script, timeout: .seconds(120))
      _ = try await connection.query(
        "select pg_temp.fill(1, \(size), 0, \(size))", as: Int64.self, timeout: .seconds(300))
    }
    // As autovacuum does by itself some time later.
    let owner = try await PostgresConnection.connect(desk.schema.owner, logger: TestSchema.logger)
    try await owner.script(
      "analyze petition, petition_clock, petition_vault, petition_trait, petition_tally, deadline_basis, figure_entry",
      timeout: .seconds(120))
    await owner.close()
  }
}
