import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support

@testable import Scoring

/// A ledger with many subjects in it, copied from a few that went through the real use cases.
enum FilledLedger {
  /// - Parameters:
  ///   - size: how many copies.
  ///   - facts: how many facts each template has.
  static func fill(_ desk: Desk, size: Int, facts: Int) async throws {
    var chance = Chance(seed: 7)
    let start = desk.clock.now.addingTimeInterval(-340 * 86_400)
    for template in 0..<6 {
      // One in three has cases that are spoken of twice and corrections; the others are plain sums.
      let subject = "site:610115:模板\(template)"
      let events = chance.events(
        [subject], from: start, count: template % 3 == 0 ? facts : facts * 3,
        series: "t\(template)-")
      let told =
        template % 3 == 0
        ? events.filter { !($0 is SubjectLinked) } : Array(events.filter { $0 is InspectionRecorded }.prefix(facts))
      try await desk.take(told, from: "/enforcement/template")
    }
    let script = try String(contentsOfFile: "\(Surroundings.root)/deploy/lib/bench/fill-ledger.sql", encoding: .utf8)
    try await desk.pool.withConnection { connection in
      try await connection.script(script, timeout: .seconds(120))
      for first in stride(from: 1, through: size, by: 20_000) {
        let last = min(size, first + 19_999)
        _ = try await connection.query(
          "select pg_temp.fill_ledger(\(first), \(last))", as: Int64.self, timeout: .seconds(300))
      }
    }
    // As autovacuum does by itself some time later.
    let owner = try await PostgresConnection.connect(desk.schema.owner, logger: TestSchema.logger)
    for table in ["rating", "fact", "fact_line", "subject_register"] {
      try await owner.execute("vacuum analyze \(identifier: table)", timeout: .seconds(300))
    }
    await owner.close()
  }
}
