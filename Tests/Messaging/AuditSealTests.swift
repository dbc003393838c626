import Contracts
import FoundationEssentials
import Postgres
import Support
import Testing

@testable import Messaging

@Suite("The audit trail's chain")
struct AuditSealTests {
  @Test(
    "holds each entry once, whoever commits late, whichever of two sealers is at work; the heads are published in order"
  )
  func each() async throws {
    try await Stage.with { stage in
      let trail = AuditTrail(stage)
      try await trail.write(3)
      try await trail.sealer()
      // An entry that is drawn before, and committed after, those that are sealed.
      try await stage.pool.withTransaction { connection in
        try await connection.execute(AuditStore.insert([trail.entry(100)]))
        try await trail.write(2, from: 3)
        try await trail.sealer()
      }
      try await trail.write(2, from: 5)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 { group.addTask { try await trail.sealer() } }
        try await group.waitForAll()
      }
      let held = try await stage.pool.query(
        """
        select a.id, (select count(*) from audit_seal s where s.ids @> a.id) from audit a order by a.id
        """, as: (Int64, Int).self)
      #expect(held.count == 8 && held.allSatisfy { $0.1 == 1 })
      let report = try await trail.verifier.verify()
      #expect(report.isWhole && report.entries == 8 && report.seals == 3 && report.unsealed == 0, "\(report.findings)")
      try await trail.publish()
      var compared = report
      try await trail.compare(into: &compared)
      #expect(compared.isWhole && compared.heads == 3, "\(compared.findings)")
    }
  }

  @Test("writes nothing while there is nothing, and seals a large backlog in several")
  func backlog() async throws {
    try await Stage.with { stage in
      let trail = AuditTrail(stage)
      try await trail.write(25_000)
      try await trail.sealer()
      let sizes = try await stage.pool.query("select entries from audit_seal order by number", as: Int64.self)
      #expect(sizes == [10_000, 10_000, 5_000])
      let look = try await stage.pool.withTransaction { connection in
        let isDue = try await connection.query("select audit_seal_is_due()", as: Bool.self)
        return (isDue, try await connection.query("select pg_current_xact_id_if_assigned() is null", as: Bool.self))
      }
      #expect(look == ([false], [true]))
      #expect(try await trail.verifier.verify().isWhole)
    }
  }

  @Test("goes on in a cluster whose transaction ids begin anew")
  func copied() async throws {
    try await Stage.with { stage in
      let trail = AuditTrail(stage)
      try await trail.write(3)
      try await trail.sealer()
      try await trail.tamper("update audit_cut set done = '9000000000000:9000000000000:'")
      try await trail.write(4, from: 3)
      try await trail.sealer()
      try await trail.write(1, from: 7)
      try await trail.sealer()
      let report = try await trail.verifier.verify()
      #expect(report.isWhole && report.entries == 8 && report.unsealed == 0, "\(report.findings)")
    }
  }

  @Test("the service's own role cannot write, change or remove a seal or an entry")
  func rights() async throws {
    try await Stage.with { stage in
      let trail = AuditTrail(stage)
      try await trail.write(1)
      try await trail.sealer()
      for text in [
        "update audit set action = 'other'", "delete from audit", "delete from audit_seal",
        "update audit_seal set entries = 2",
        "insert into audit_seal select * from audit_seal", "update audit_cut set is_base = true", "truncate audit",
      ] {
        let refusal = await #expect(throws: PostgresError.self, "\(text)") {
          try await stage.pool.withConnection { try await $0.execute(SQL(unescaped: text)) }
        }
        #expect(refusal?.sqlState == .insufficientPrivilege, "\(text)")
      }
    }
  }

  @Test(
    "each way of changing it afterwards is found, and named",
    arguments: [
      ("update audit set subject = 'other' where id = 4", [AuditFinding.Kind.entryChanged]),
      // Whoever writes the entry's hash anew too breaks the seal.
      (
        """
        update audit set actor = 'x', sha256 = sha256(convert_to(
          concat_ws(chr(31), 'x', action, subject, cause) || chr(31), 'UTF8') || detail) where id = 4
        """, [.sealBroken]
      ),
      ("update audit set at = at - interval '1 minute' where id = 4", [.sealBroken]),
      ("delete from audit where id = 4", [.entryRemoved, .sealBroken]),
      (
        """
        insert into audit (id, xid, actor, action, subject, cause, detail, sha256) overriding system value
        select -1, xid, actor, action, subject, cause, detail, sha256 from audit where id = 4
        """, [.entryAdded]
      ),
      (
        """
        insert into audit (at, actor, action, subject, cause, detail, sha256)
        select at - interval '3 days', actor, action, subject, cause, detail, sha256 from audit where id = 4
        """, [.entryAdded]
      ),
      ("delete from audit_seal where number = 2", [.sealRemoved, .sealBroken, .entryAdded, .headUnknown]),
      // The tail cut off, as if it had never been: only who kept the heads can tell.
      (
        """
        with cut as (delete from audit_seal where number = 3 returning ids)
        delete from audit a using cut where cut.ids @> a.id
        """, [.headUnknown]
      ),
    ])
  func changed(_ text: String, _ kinds: [AuditFinding.Kind]) async throws {
    try await Stage.with { stage in
      let trail = AuditTrail(stage)
      for number in 0..<3 {
        try await trail.write(3, from: number * 3)
        try await trail.sealer()
      }
      try await trail.publish()
      try await trail.tamper(text)
      try await trail.sealer()
      var report = try await trail.verifier.verify()
      try await trail.compare(into: &report)
      #expect(Set(report.findings.map(\.kind)) == Set(kinds), "\(report.findings)")
    }
  }
}
