import Civics
import Contracts
import Foundation
import Postgres
import Testing

@testable import Scoring

/// Enterprises as they are found in the wild, from the data beside the checkout.
@Suite struct WildCodesTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data/zh_ningxia_enterprises_credit.json")

  @Test(
    "of 220 codes found in the wild the ledger takes facts about the sound ones, and refuses the others with the reason",
    .enabled(if: FileManager.default.fileExists(atPath: file.path), "the data is not beside this checkout"))
  func ningxia() async throws {
    let firms = try #require(
      try JSONSerialization.jsonObject(with: try Data(contentsOf: Self.file)) as? [[String: Any]])
    let codes = try firms.map { try #require($0["代码"] as? String) }
    #expect(codes.count == 220)
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      let sound = codes.filter { (try? SubjectKey("uscc:\($0)")) != nil }
      // One fact for each line of the file, as its sender would write it.
      let written = codes.filter { code in
        code.utf8.count == 18 && code.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
      }
      try await desk.take(
        written.enumerated().map { index, code in
          Fixtures.inspection("w\(index)", [], at: now, subject: "uscc:\(code)")
        })
      let taken = try await desk.count("select count(*) from fact")
      let refused = try await desk.pool.query(
        "select message from dead_letter where code = 'uscc-invalid'", as: String.self)
      #expect(taken == sound.count && taken >= 139)
      #expect(refused.count == written.count - sound.count)
      #expect(refused.filter { $0.contains("uscc-check-character") }.count == 3)
      #expect(refused.filter { $0.contains("uscc-character") }.count == 2)
      #expect(try await desk.count("select count(*) from rating where colour = 'green'") == Set(sound).count)
      // The rest cannot even be written as a subject of an event: too long, too short, a dash, characters one cannot see.
      for code in codes where !written.contains(code) {
        #expect(throws: (any Error).self) { try SubjectKey("uscc:\(code)") }
        let wrong: JSON = ["subjectKey": .string("uscc:\(code)"), "region": "640100", "factCodes": ["TEN"]]
        #expect(throws: ContractViolation.self) { try OwnFact(json: wrong, path: "body") }
      }
    }
  }
}
