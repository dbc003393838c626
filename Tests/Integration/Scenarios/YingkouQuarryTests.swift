import Contracts
import Foundation
import Testing

/// The quarry of Yingkou as its ledger has it: uncovered stone powder, a case, study, an exam, a public apology, and a fine
/// of 34,000 yuan instead of 60,000. Each is a fact with its source, its case, and the rule that weighs it.
@Suite("E2E-7: the quarry of Yingkou, in the ledger", .serialized)
struct YingkouQuarryTests {
  private let firm = "uscc:91110108551385082Q"
  private let number = "营环罚立〔2025〕17号"

  private func instant(_ text: String) throws -> Date { try #require(RFC3339.date(from: text)) }

  private func tell(_ ledger: LedgerCity) async throws {
    try await ledger.tell(
      PenaltyFiled(
        factId: "Q1", subjectKey: firm, region: "210800", filedAt: try instant("2025-04-10T02:00:00Z"),
        penaltyNumber: number, factCodes: ["dust-uncontrolled"], factAt: try instant("2025-04-08T02:00:00Z"),
        article: "大气污染防治法 第一百一十七条"), id: "q1")
    // The systems of the school and of the newspaper are slower than the enforcement's: the decision comes first.
    try await ledger.tell(
      PenaltyDecided(
        factId: "Q6", subjectKey: firm, region: "210800", decidedAt: try instant("2025-06-20T02:00:00Z"),
        penaltyNumber: number, decision: .fine, fineFen: 3_400_000, discretionFen: 6_000_000,
        factCodes: ["DUST_UNCONTROLLED"], article: "大气污染防治法 第一百一十七条", leniency: ["study", "apology"],
        factAt: try instant("2025-04-08T02:00:00Z"),
        evidence: [EvidenceReference(uri: "urn:evidence:decision", kind: "decision")]), id: "q6")
    try await ledger.tell(
      RectificationVerified(
        factId: "Q2", subjectKey: firm, region: "210800", verifiedAt: try instant("2025-05-06T02:00:00Z"),
        penaltyNumber: number, passed: true), id: "q2")
    try await ledger.tell(
      ApologyPublished(
        factId: "Q5", subjectKey: firm, region: "210800", publishedAt: try instant("2025-05-20T02:00:00Z"),
        penaltyNumber: number, medium: "营口日报", uri: "https://example.org/apology", pledged: true), id: "q5")
    try await ledger.tell(
      ExamPassed(
        factId: "Q4", subjectKey: firm, region: "210800", passedAt: try instant("2025-05-12T02:00:00Z"), exam: "大气法",
        penaltyNumber: number), id: "q4")
    try await ledger.tell(
      StudyCompleted(
        factId: "Q3", subjectKey: firm, region: "210800", completedAt: try instant("2025-05-10T02:00:00Z"),
        minutes: 800, context: .penaltyCase, penaltyNumber: number), id: "q3")
  }

  @Test("the facts stand in the order in which they happened, whatever the order in which they came")
  func quarry() async throws {
    try await LedgerCity.with(clock: "2025-06-21T01:00:00Z", profile: "yingkou", region: "210800") { ledger in
      try await tell(ledger)
      func told(_ shown: JSON) -> [JSON] {
        (shown["lines"]?.array ?? []).filter { $0["source"]?.string == "/enforcement/mobile" }
      }
      try await ledger.becomes(firm, "a ledger of six", path: "/explanation") { told($0).count == 6 }
      let lines = told(try await ledger.read("/v1/subjects/\(firm)/explanation"))
      #expect(lines.map { $0["factId"]?.string } == ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"])
      let kinds = lines.map { $0["fact"]?.string ?? "" }
      #expect(
        kinds == [
          "penalty.filed", "rectification.verified", "study.completed", "exam.passed", "apology.published",
          "penalty.decided",
        ])
      #expect(lines.allSatisfy { $0["penaltyNumber"]?.string == number })
      let decision = try #require(lines.last)
      #expect(decision["standing"]?.string == "counts" && decision["points"] == .number("-5"))
      #expect(decision["rule"]?["rule"]?.string == "scoring.deductions.DUST_UNCONTROLLED")
      #expect(decision["rule"]?["version"]?.string?.count == 64)
      #expect(decision["evidence"]?.array?.first?["uri"]?.string == "urn:evidence:decision")
      // Before the decision nobody had judged the firm: praise alone makes no colour.
      let before = try await ledger.read("/v1/subjects/\(firm)?at=2025-06-19T00:00:00Z")
      #expect(before["colour"]?.string == "unrated")
      let after = try await ledger.read("/v1/subjects/\(firm)")
      #expect(after["colour"]?.string == "green" && after["colourSince"]?.string == "2025-06-20T02:00:00Z")
    }
  }
}
