import Contracts
import FoundationEssentials
import Testing

@testable import Compensation

@Suite("The stages of a case (COM-04)")
struct StageTests {
  @Test("the way leads from the clue to the file through every stage in order, with its branches")
  func way() throws {
    var walk = try CaseWalk(opened: try Fixtures.instant(2026, 1, 6))
    try walk.take(Check(damaged: true))
    try walk.take(Investigate())
    try walk.take(ConcludeInvestigation(damage: true, proposal: .claim))
    for stage in [CompensationStatus.negotiation, .agreed, .courtConfirmation, .performing, .evaluation] {
      try walk.enter(stage)
    }
    // Not met: restoration goes on.
    try walk.enter(.performing)
    try walk.enter(.evaluation)
    try walk.take(Close(outcome: .performed, performed: true, modes: [.replanting]))
    let moves = walk.told.compactMap { $0 as? CompensationStageChanged }
    #expect(
      moves.map(\.to) == [
        .investigation, .assessment, .negotiation, .agreed, .courtConfirmation, .performing, .evaluation, .performing,
        .evaluation,
      ])
    #expect(zip(moves, moves.dropFirst()).allSatisfy { $0.to == $1.from })
    #expect(walk.compensation.file.stages.map(\.stage).first == .clue)
    #expect(walk.compensation.file.stages.map(\.stage).last == .closed)
    #expect(walk.compensation.nextSteps.isEmpty && walk.compensation.attention == nil)
  }

  @Test("no stage of the way can be left out, and nothing follows the end")
  func order() {
    let order: [CompensationStatus] = [
      .clue, .filed, .investigation, .assessment, .negotiation, .agreed, .performing, .evaluation,
    ]
    for (index, stage) in order.enumerated() {
      for later in order.dropFirst(index + 2) { #expect(!stage.following.contains(later), "\(stage) → \(later)") }
    }
    #expect(CompensationStatus.notStarted.following.isEmpty && CompensationStatus.closed.following.isEmpty)
    for stage in CompensationStatus.underWay {
      #expect(stage.following.contains(.closed), "\(stage) cannot be ended")
      #expect(!stage.following.contains(.clue) && !stage.following.contains(.filed))
    }
    let reached = CompensationStatus.allCases.reduce(into: Set<CompensationStatus>([.clue])) {
      $0.formUnion($1.following)
    }
    #expect(reached == Set(CompensationStatus.allCases))
  }

  @Test("a stage that does not follow is refused with those that do")
  func refused() throws {
    var walk = try CaseWalk(opened: try Fixtures.instant(2026, 1, 6))
    try walk.take(Check(damaged: true))
    #expect(
      throws: CompensationError.noWay(from: .filed, to: .negotiation, allowed: [.closed, .investigation])
    ) { try walk.enter(.negotiation) }
    #expect(walk.compensation.status == .filed)
  }

  @Test("where a city asks for a document, its stage is not left without it")
  func documents() throws {
    var walk = try CaseWalk(opened: try Fixtures.instant(2026, 1, 6), profile: "zhenjiang")
    try walk.take(Check(damaged: true))
    let conclusion = ConcludeInvestigation(damage: true, proposal: .claim)
    #expect(throws: CompensationError.documentsMissing(stage: .investigation, names: ["损害调查报告"])) {
      try walk.take(conclusion)
    }
    #expect(walk.compensation.status == .filed)
    #expect(throws: CompensationError.self) { try walk.take(FileDocument(kind: "INVESTIGATION_REPORT")) }
    var complete = conclusion
    complete.documents = [FileDocument(kind: "INVESTIGATION_REPORT", number: "镇环损调〔2026〕1号")]
    try walk.take(complete)
    #expect(walk.compensation.status == .assessment)
    #expect(walk.compensation.file.documents.map(\.title) == ["损害调查报告"])
    // A case that ends early leaves no paper behind as missing.
    var ended = try CaseWalk(opened: try Fixtures.instant(2026, 1, 6), profile: "zhenjiang")
    try ended.take(Check(damaged: true))
    try ended.take(Investigate())
    try ended.take(Terminate(reason: .obligorGone))
    #expect(ended.compensation.status == .closed)
  }

  @Test("whatever staff and clocks do in whatever order, the case keeps its promises", arguments: 0..<300)
  func random(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let penalty = chance.coin() ? PenaltyCase(source: "/enforcement/test", number: "罚1") : nil
    var walk = try CaseWalk(
      opened: try Fixtures.instant(2025, chance.number(1...12), chance.number(1...28)),
      subject: penalty == nil && chance.coin() ? nil : Fixtures.firm, penalty: penalty,
      profile: chance.pick(["zhangzhou", "zhenjiang", "mudanjiang"]))
    var status = walk.compensation.status
    var heard = 0
    for _ in 0..<60 {
      let before = walk.compensation
      do {
        try RandomSteps.take(&chance, &walk)
      } catch is CompensationError {
        #expect(walk.compensation == before, "\(seed): refused, and yet changed")
      }
      if chance.number(0...2) == 0 {
        try walk.wait(until: walk.now.addingTimeInterval(Double(chance.number(0...60)) * 43_200))
      }
      try walk.wait(until: walk.now)
      for event in walk.told.dropFirst(heard) { status = Self.status(after: event, status) }
      heard = walk.told.count
      try check(walk, heard: status, "\(seed)")
    }
  }

  /// Where the events say the case stands.
  private static func status(
    after event: any EventPayload, _ status: CompensationStatus
  ) -> CompensationStatus {
    switch event {
    case is CompensationFiled: .filed
    case is CompensationNotStarted: .notStarted
    case is CompensationClosed: .closed
    case let changed as CompensationStageChanged: changed.from == status ? changed.to : .clue
    default: status
    }
  }

  private func check(_ walk: CaseWalk, heard: CompensationStatus, _ seed: String) throws {
    let compensation = walk.compensation
    #expect(heard == compensation.status, "\(seed): the events say \(heard)")
    #expect(compensation.sequence == Int64(walk.told.count))
    #expect(try CaseFile(json: JSON(parsing: compensation.file.json.bytes, limits: .storedFile)) == compensation.file)
    // No case without a clock or an end, and no end with something left to do.
    #expect(compensation.file.deadlines.contains { $0.isOpen } == compensation.isOpen, "\(seed)")
    #expect(compensation.isOpen || compensation.nextDue == nil)
    // Nothing passes in silence.
    for clock in compensation.file.deadlines where clock.isOpen && !clock.isStanding && clock.dueDate.due <= walk.now {
      #expect(clock.overdueAt != nil, "\(seed): \(clock.kind) passed unheard")
    }
    #expect(compensation.attention.map { $0 > walk.now } ?? true, "\(seed): something was left to tell")
    // A clock that stands waits for one that does not.
    if compensation.file.deadlines.contains(where: \.isStanding) {
      #expect(compensation.file.deadlines.contains { $0.kind == .resume && $0.isOpen }, "\(seed)")
    }
    // What was told last is what holds.
    if compensation.penalty != nil {
      let known = try walk.rules.gates()
      #expect(compensation.file.gates == compensation.gates(known), "\(seed)")
    }
  }
}
