import Civics
import Contracts
import Foundation
import Support
import Testing

@testable import Compensation

@Suite("Joint draws of experts")
struct ExpertDrawTests {
  private let now: Date
  init() throws { now = try Fixtures.instant(2026, 1, 12) }

  @Test("a panel has three experts at least; two are refused, three are enough")
  func least() throws {
    #expect(throws: ExpertDrawError.panelTooSmall(least: 3, asked: 2)) {
      _ = try DrawWalk(pool: 9, panelSize: 2, at: now)
    }
    var walk = try DrawWalk(pool: 4, panelSize: 3, at: now)
    try walk.drawPanel()
    #expect(walk.draw.panel.count == 3)
    #expect(walk.latest(ExpertDrawCommitted.self)?.rule.rule == "compensation.experts.minimum")
    // The obligor's employee stands back, which leaves two of three.
    var small = try DrawWalk(pool: 3, at: now)
    try small.commit()
    #expect(throws: ExpertDrawError.poolTooSmall(size: 2, panelSize: 3)) { try small.take(FixPool()) }
  }

  @Test("whoever works for the obligor, has an interest in it, or declares one, cannot be drawn")
  func avoidance() throws {
    for _ in 0..<50 {
      var walk = try DrawWalk(pool: 8, at: now)
      walk.pool[1] = try DrawWalk.expert(2, interests: [Fixtures.firm])
      try walk.commit()
      try walk.take(FixPool(exclusions: [DeclaredExclusion(expertNumber: "E350600-0003", reason: "近亲属在该企业任职")]))
      #expect(
        walk.draw.file.excluded.map(\.ground) == [.employed, .interest, .declared]
          && walk.latest(ExpertPoolFixed.self)?.excluded == 3)
      try walk.reveal(.bureau)
      try walk.reveal(.obligor)
      try walk.take(MakeDraw())
      let back: Set = ["E350600-0001", "E350600-0002", "E350600-0003"]
      #expect(back.isDisjoint(with: walk.draw.panel) && Set(walk.draw.panel).count == 3)
    }
  }

  @Test("an interest that the register learns of after the draw keeps the panel from being confirmed")
  func lateInterest() throws {
    var walk = try DrawWalk(pool: 8, at: now)
    try walk.drawPanel()
    let hired = try #require(walk.draw.panel.first)
    let index = try #require(walk.pool.firstIndex { $0.number == hired })
    walk.pool[index] = try DrawWalk.expert(index + 1, employer: Fixtures.firm)
    #expect(throws: ExpertDrawError.mustStandBack(hired, .employed)) { try walk.take(ConfirmPanel(party: .bureau)) }
    try walk.take(ReplaceExpert(expertNumber: hired, reason: .avoidance))
    try walk.take(ConfirmPanel(party: .bureau))
  }

  @Test("both parties take their part: no pool before both committed, no draw before both revealed or are named")
  func parties() throws {
    var walk = try DrawWalk(pool: 8, at: now)
    #expect(throws: ExpertDrawError.partyMissing(.bureau)) { try walk.take(FixPool()) }
    try walk.take(CommitSeed(party: .bureau))
    #expect(throws: ExpertDrawError.doneBefore(.bureau)) { try walk.take(CommitSeed(party: .bureau)) }
    #expect(throws: ExpertDrawError.partyMissing(.obligor)) { try walk.take(FixPool()) }
    let seed = try #require(walk.seeds[.obligor])
    try walk.take(CommitSeed(party: .obligor, commitment: seed.commitment(for: walk.draw.purpose)))
    try walk.take(FixPool())
    #expect(throws: ExpertDrawError.partyMissing(.obligor)) { try walk.take(MakeDraw()) }
    let other = try DrawSeed.random(contributor: "obligor").hexadecimal
    #expect(throws: ExpertDrawError.notCommittedTo) { try walk.take(RevealSeed(party: .obligor, seed: other)) }
    #expect(throws: ExpertDrawError.partyMissing(.bureau)) { try walk.reveal(.bureau) }
    var silent = walk
    try silent.take(MakeDraw(without: [.obligor]))
    #expect(silent.latest(ExpertDrawDrawn.self)?.contributions.map(\.seed) == [nil])
    try walk.reveal(.obligor)
    try walk.take(MakeDraw())
    #expect(throws: ExpertDrawError.outOfTurn(step: "fix-pool", status: .drawn)) { try walk.take(FixPool()) }
  }

  @Test("whoever stands back is followed by the next of the draw, and both parties confirm anew")
  func replacement() throws {
    var walk = try DrawWalk(pool: 6, at: now)
    try walk.drawPanel()
    try walk.take(ConfirmPanel(party: .bureau))
    try walk.take(ConfirmPanel(party: .obligor))
    #expect(walk.draw.status == .confirmed && walk.latest(ExpertPanelConfirmed.self)?.panel == walk.draw.panel)
    let order = walk.draw.file.order
    try walk.take(ReplaceExpert(expertNumber: order[1], reason: .withdrawal))
    #expect(walk.draw.status == .drawn && walk.draw.panel == [order[0], order[2], order[3]])
    #expect(walk.latest(ExpertReplaced.self)?.replacement == order[3])
    #expect(throws: ExpertDrawError.notOnPanel(order[1])) {
      try walk.take(ReplaceExpert(expertNumber: order[1], reason: .withdrawal))
    }
    try walk.take(ReplaceExpert(expertNumber: order[0], reason: .objection))
    // Five could be drawn, all were: nobody is left, and the panel stays three.
    #expect(throws: ExpertDrawError.poolExhausted) {
      try walk.take(ReplaceExpert(expertNumber: order[2], reason: .unavailable))
    }
    #expect(walk.draw.panel == Array(order[2...4]))
  }

  @Test("with the last opinion the panel has spoken: the middle of the amounts, for each case")
  func opinions() throws {
    var walk = try DrawWalk(pool: 6, at: now)
    try walk.drawPanel()
    let caseId = try #require(walk.draw.caseIds.first)
    let panel = walk.draw.panel
    #expect(throws: ExpertDrawError.outOfTurn(step: "opine", status: .drawn)) {
      try walk.take(GiveOpinion(expertNumber: panel[0]))
    }
    try walk.take(ConfirmPanel(party: .obligor))
    try walk.take(ConfirmPanel(party: .bureau))
    func opinion(_ expert: String, _ fen: Int64, _ view: Restorability, of id: UUID? = nil) -> GiveOpinion {
      GiveOpinion(
        expertNumber: expert, amounts: [CaseAmount(caseId: id ?? caseId, amountFen: fen)], restorability: view)
    }
    #expect(throws: ExpertDrawError.amountsOfOtherCases) {
      try walk.take(opinion(panel[0], 1, .full, of: UUID()))
    }
    #expect(throws: ExpertDrawError.notOnPanel("E350600-0001")) { try walk.take(opinion("E350600-0001", 1, .full)) }
    #expect(try walk.take(opinion(panel[0], 9_000_000_000, .full)).isEmpty)
    #expect(throws: ExpertDrawError.opinionGiven(panel[0])) { try walk.take(opinion(panel[0], 1, .full)) }
    #expect(throws: ExpertDrawError.opinionGiven(panel[0])) {
      try walk.take(ReplaceExpert(expertNumber: panel[0], reason: .withdrawal))
    }
    try walk.take(opinion(panel[1], 600_000, .none))
    try walk.take(opinion(panel[2], 500_000, .none))
    let told = try #require(walk.latest(ExpertOpinionsCompleted.self))
    #expect(told.amounts == [CaseAmount(caseId: caseId, amountFen: 600_000)])
    #expect(told.restorability == Restorability.none && told.opinions == 3 && walk.draw.status == .concluded)
    let even = [1, 4].map { ExpertOpinion(expertNumber: "a", at: now, amounts: [.init(caseId: caseId, amountFen: $0)]) }
    #expect(PanelProposal.amounts(even, cases: [caseId, UUID()]) == [CaseAmount(caseId: caseId, amountFen: 3)])
  }

  @Test("every panel can be drawn again from what is published, and a forged one is seen")
  func provable() throws {
    for round in 0..<8 {
      var walk = try DrawWalk(pool: 5 + round, at: now)
      try walk.drawPanel()
      let drawn = try #require(walk.latest(ExpertDrawDrawn.self))
      let committed = try #require(walk.latest(ExpertDrawCommitted.self))
      let fixed = try #require(walk.latest(ExpertPoolFixed.self))
      let pool = try DrawPool(walk.draw.file.order)
      #expect(drawn.poolSha256 == pool.sha256)
      #expect(try Self.verify(drawn, pool.document, committed, fixed) == 0)
      var forged = drawn
      forged.drawn[0].expertNumber = drawn.drawn[1].expertNumber
      #expect(try Self.verify(forged, pool.document, committed, fixed) == 1)
      forged = drawn
      forged.contributions[0].seed = forged.seed
      #expect(try Self.verify(forged, pool.document, committed, fixed) == 1)
    }
  }

  /// - Returns: the exit code of the script that a third party runs.
  private static func verify(
    _ drawn: ExpertDrawDrawn, _ pool: String, _ committed: ExpertDrawCommitted, _ fixed: ExpertPoolFixed
  ) throws -> Int32 {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
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
      "python3", "\(Surroundings.root)/deploy/verify-panel", try file("draw.json", drawn.json.bytes),
      try file("pool.txt", Array(pool.utf8)), try file("committed.json", committed.json.bytes),
      try file("fixed.json", fixed.json.bytes),
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
