import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Petitions

@Suite("A petitioner's own data")
struct ErasureTests {
  private let now: Date
  private let caller = Caller(command: "zhao.min")

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  private func desk(_ body: (Desk, Petition) async throws -> Void) async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint(content: "侯先生说水泥制品厂非法洗砂，电话13800138000。"))])
      let id = EventIdentity.petition(source: "/hotline/12369", externalId: "JJ-2024-0001")
      let found = try await desk.runner.read { try await desk.application.findPetition(id.lowercased, on: $0) }
      try await body(desk, try #require(found))
    }
  }

  @Test func `an export has the words and the identity, and stands in the audit trail`() async throws {
    try await desk { desk, petition in
      let exported = try await desk.runner.run { work in
        try await desk.application.exportPetitioner(petition.number, reason: "request 7", by: caller, work: work)
      }
      let text = try #require(exported).text
      #expect(text.contains("侯先生说水泥制品厂") && text.contains("13800138000"))
      #expect(exported?["petition"]?["petitionNumber"]?.string == petition.number)
      let trail = try await desk.pool.query(
        "select actor, detail from audit where action = 'petitioner.exported'", as: (String, [UInt8]).self)
      #expect(trail.count == 1 && trail.first?.0 == "zhao.min")
      let detail = String(decoding: trail.first?.1 ?? [], as: UTF8.self)
      #expect(detail.contains("request 7"))
      let nobody = try await desk.runner.run { work in
        try await desk.application.exportPetitioner("unknown", reason: "r", by: caller, work: work)
      }
      #expect(nobody == nil)
    }
  }

  @Test func `a case that is worked on is not erased, nor one whose file must be kept`() throws {
    let erasure = Erasure(retention: .seconds(10 * 86_400))
    var walk = try Walk(received: now)
    try walk.reachArchive()
    let filed = try #require(walk.petition.file.archived).at
    #expect(erasure.refusal(of: walk.petition, at: filed) == .mustBeKept(until: filed.addingTimeInterval(864_000)))
    #expect(
      erasure.refusal(of: walk.petition, at: filed.addingTimeInterval(863_999))
        == .mustBeKept(until: filed.addingTimeInterval(864_000)))
    #expect(erasure.refusal(of: walk.petition, at: filed.addingTimeInterval(864_000)) == nil)
    walk.petition.status = .accepted
    #expect(erasure.refusal(of: walk.petition, at: filed.addingTimeInterval(864_000)) == .caseIsOpen)
  }

  @Test func `after erasing neither words nor identity nor a way to find them is left, and the case is`() async throws {
    try await desk { desk, petition in
      try await desk.fireTimers()
      #expect(try await desk.count("select count(*) from petition_trait") > 0)
      let owner = PostgresPool(configuration: desk.schema.owner, logger: desk.silent)
      let rest = try desk.sealing.seal(JSON.object(["erasedAt": "2024-02-15T00:00:00Z"]).bytes, petition: petition.id)
      try await owner.withTransaction { try await VaultStore.erase(petition, leaving: rest, on: $0) }
      await owner.shutdown()

      let contents = try await desk.runner.read {
        try await desk.application.exportPetitioner.vault.open(petition, on: $0)
      }
      #expect(contents?.complaint["erasedAt"]?.string == "2024-02-15T00:00:00Z")
      #expect(contents?.complaint.object?.members.count == 1 && contents?.personal.isEmpty == true)
      #expect(try await desk.count("select count(*) from petition_trait") == 0)
      #expect(
        try await desk.count(
          "select count(*) from petition_vault where contact is null and hotline is null and query_code is null") == 1)
      let found = try await desk.runner.read { try await desk.application.findPetition(petition.number, on: $0) }
      #expect(found?.status == .received)
    }
  }
}
