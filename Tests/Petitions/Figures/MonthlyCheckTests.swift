import Civics
import Contracts
import Foundation
import Messaging
import Postgres
import ServiceKit
import Support
import Testing

@testable import Petitions

@Suite("Monthly field checks")
struct MonthlyCheckTests {
  @Test(arguments: [(0, 0), (1, 1), (9, 1), (10, 1), (11, 2), (99, 10), (1999, 200), (1_000_000, 200)])
  func `a tenth is checked, rounded up, at least one and at most two hundred`(pool: Int, count: Int) throws {
    let size = try SampleSize(try Fixtures.rules(at: try Fixtures.instant(2024, 2, 15)))
    #expect(size.count(of: pool) == count)
  }

  @Test func `months begin and end at midnight in Shanghai`() throws {
    let month = CheckMonth(of: try Fixtures.instant(2024, 1, 31, hour: 23))
    #expect(month.description == "2024-01" && month.next.description == "2024-02")
    #expect(month.before.description == "2023-12")
    #expect(try month.next.start == Fixtures.instant(2024, 2, 1, hour: 0))
  }

  /// Closes cases of the month, quickly: refused petitions are filed at once.
  private func close(_ count: Int, _ name: String, _ desk: Desk) async throws -> [UUID] {
    let ids = try await desk.register((0..<count).map { Fixtures.complaint("\(name)-\($0)", reporter: nil) })
    for id in ids {
      try await desk.step(Refuse(reason: .litigation), id)
      try await desk.step(Archive(fileNumber: name), id)
    }
    return ids
  }

  @Test func `the seed is fixed before the month's cases are closed, and a third party draws the same sample`()
    async throws
  {
    try await Desk.with(at: try Fixtures.instant(2024, 1, 10)) { desk in
      try await desk.fireTimers()
      let committed = try MonthlyCheckCommitted(json: try #require(try await desk.told(.petitions).first).data)
      #expect(committed.month == "2024-01" && committed.region == "360400")
      let closed = try await close(25, "jan", desk)
      desk.clock.move(to: try Fixtures.instant(2024, 2, 1, hour: 0))
      try await desk.fireTimers()
      _ = try await close(3, "feb", desk)
      let drawn = try MonthlyCheckDrawn(
        json: try #require(try await desk.told(.petitions).first { $0.data["drawn"] != nil }).data)
      #expect(drawn.poolSize == 25 && drawn.sampleSize == 3 && drawn.commitment == committed.commitment)
      #expect(Set(drawn.drawn.map(\.petitionId)).isSubset(of: closed) && drawn.drawn.map(\.rank) == [1, 2, 3])
      let pool = try #require(
        try await desk.runner.read { try await CheckedCaseStore.pool(of: drawn.checkId, on: $0) })
      #expect(try verify(drawn, pool: pool, committed) == 0)
      // Whatever is bent, the third party sees it.
      var bent = drawn
      bent.drawn.swapAt(0, 2)
      for index in bent.drawn.indices { bent.drawn[index].rank = index + 1 }
      #expect(try verify(bent, pool: pool, committed) == 1)
      bent = drawn
      bent.seed = String(repeating: "0", count: 64)
      #expect(try verify(bent, pool: pool, committed) == 1)
      let smaller = pool.split(separator: "\n").dropFirst().map { $0 + "\n" }.joined()
      #expect(try verify(drawn, pool: smaller, committed) == 1)
      var late = committed
      late.at = try Fixtures.instant(2024, 2, 1, hour: 0)
      #expect(try verify(drawn, pool: pool, late) == 1)
      // The next month is committed to at once, and its seed is nobody's business yet.
      let commitments = try await desk.told(.petitions).compactMap { try? MonthlyCheckCommitted(json: $0.data) }
      #expect(commitments.filter { $0.month == "2024-02" }.count == 1)
      let open = try #require(
        try await desk.runner.read {
          try await CheckStore.find(MonthlyCheck.id(region: "360400", month: "2024-02"), on: $0)
        })
      #expect(CheckView.line(open).object?["seed"] == nil)
    }
  }

  @Test func `what is found on the spot is recorded once, drafts a letter, and the last case ends the check`()
    async throws
  {
    try await Desk.with(at: try Fixtures.instant(2024, 1, 10)) { desk in
      try await desk.fireTimers()
      _ = try await close(15, "jan", desk)
      desk.clock.move(to: try Fixtures.instant(2024, 2, 1, hour: 0))
      try await desk.fireTimers()
      let id = MonthlyCheck.id(region: "360400", month: "2024-01")
      let sample = try await desk.runner.read { try await CheckedCaseStore.cases(of: id, on: $0) }
      #expect(sample.count == 2)
      func inspect(_ petition: UUID, _ passed: Bool, _ summary: String?) async throws -> MonthlyCheck? {
        try await desk.runner.run { work in
          try await desk.application.bureau.recordInspection(
            Inspection(petitionId: petition, passed: passed, unit: "eco-360400", summary: summary), of: id,
            by: Desk.caller, work: work, authorise: { _ in })?.check
        }
      }
      await #expect(throws: CheckError.notDrawn) { _ = try await inspect(UUID(), true, nil) }
      await #expect(throws: CheckError.noSummary) { _ = try await inspect(sample[0].petitionId, false, nil) }
      #expect(try await inspect(sample[0].petitionId, false, "现场未恢复。")?.status == .drawn)
      await #expect(throws: CheckError.alreadyChecked) { _ = try await inspect(sample[0].petitionId, true, nil) }
      #expect(try await inspect(sample[1].petitionId, true, nil)?.status == .completed)
      let completed = try MonthlyCheckCompleted(json: try #require(try await desk.told(.petitions).last).data)
      #expect(completed.drawn == 2 && completed.passed == 1 && completed.failed == 1)
      let letters = try await desk.runner.read {
        try await LetterStore.list(regions: ["360400"], status: .draft, before: nil, limit: 10, on: $0)
      }
      #expect(letters.map(\.cause) == [.monthlyCheck] && letters.first?.checkId == id)
      #expect(letters.first?.file.findings.map(\.summary) == ["现场未恢复。"])
    }
  }

  @Test func `with others' seeds a third party draws the same sample, and who did not reveal is named`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 1, 10)) { desk in
      try await desk.fireTimers()
      let id = MonthlyCheck.id(region: "360400", month: "2024-01")
      let contribute = desk.application.bureau.contributeSeed
      func caller(_ name: String) -> Caller { Caller(subject: name, requestId: "r", traceParent: nil) }
      for (name, digit) in [("court", "1"), ("procuratorate", "2"), ("a-resident", "3")] {
        let seed = try DrawSeed(contributor: name, hexadecimal: String(repeating: digit, count: 64))
        _ = try await desk.runner.run { work in
          try await contribute.commit(
            seed.commitment(for: "monthly-check 360400 2024-01"), to: id, by: caller(name), work: work,
            authorise: { _ in })
        }
      }
      _ = try await close(25, "jan", desk)
      desk.clock.move(to: try Fixtures.instant(2024, 2, 1, hour: 0))
      try await desk.fireTimers()
      func drawn() async throws -> MonthlyCheckDrawn? {
        try await desk.told(.petitions).first { $0.data["drawn"] != nil }.map { try MonthlyCheckDrawn(json: $0.data) }
      }
      for (name, digit) in [("court", "1"), ("procuratorate", "2")] {
        _ = try await desk.runner.run { work in
          try await contribute.reveal(
            String(repeating: digit, count: 64), of: id, by: caller(name), work: work, authorise: { _ in })
        }
      }
      #expect(try await drawn() == nil, "one may still reveal")
      desk.clock.move(to: try Fixtures.instant(2024, 2, 4, hour: 0))
      try await desk.fireTimers()
      let draw = try #require(try await drawn())
      #expect(draw.contributions.count == 3)
      #expect(draw.contributions.first { $0.contributor == "a-resident" }?.seed == nil)
      let pool = try #require(try await desk.runner.read { try await CheckedCaseStore.pool(of: id, on: $0) })
      // What is told of the draw says all that a commitment does, and more.
      let commitments = try await desk.told(.petitions).filter { $0.data["drawn"] == nil }
        .compactMap { try? MonthlyCheckCommitted(json: $0.data) }.filter { $0.month == "2024-01" }
      #expect(commitments.count == 4)
      #expect(try verify(draw, pool: pool, commitments) == 0)
      var bent = draw
      let revealed = try #require(bent.contributions.firstIndex { $0.seed != nil })
      bent.contributions[revealed].seed = String(repeating: "3", count: 64)
      #expect(try verify(bent, pool: pool, commitments) == 1, "nobody committed to this seed")
      bent = draw
      bent.contributions.removeAll { $0.seed == nil }
      #expect(try verify(bent, pool: pool, commitments) == 1, "nobody is passed over in silence")
    }
  }

  @Test func `months in which nothing ran are caught up one by one`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 1, 10)) { desk in
      try await desk.fireTimers()
      desk.clock.move(to: try Fixtures.instant(2024, 4, 20))
      try await desk.fireTimers()
      let months = try await desk.pool.query(
        "select month, status from monthly_check order by month", as: (String, String).self)
      #expect(months.map(\.0) == ["2024-01", "2024-02", "2024-03", "2024-04"])
      #expect(months.map(\.1) == ["completed", "completed", "completed", "committed"])
    }
  }

  /// Runs the verifier that shares no code with the service.
  private func verify(_ drawn: MonthlyCheckDrawn, pool: String, _ committed: MonthlyCheckCommitted) throws -> Int32 {
    try verify(drawn, pool: pool, [committed])
  }

  private func verify(
    _ drawn: MonthlyCheckDrawn, pool: String, _ committed: [MonthlyCheckCommitted]
  ) throws -> Int32 {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "draw-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
      let url = folder.appending(path: name)
      try Data(bytes).write(to: url)
      return url.path
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "\(Surroundings.root)/deploy/verify-draw", try file("draw.json", drawn.json.bytes),
      try file("pool.txt", Array(pool.utf8)),
    ]
    for (index, one) in committed.enumerated() {
      process.arguments?.append(try file("committed-\(index).json", one.json.bytes))
    }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
