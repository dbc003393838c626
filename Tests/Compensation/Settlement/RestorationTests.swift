import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Compensation

@Suite("Restoration")
struct RestorationTests {
  private let opened: Date
  init() throws { opened = try Fixtures.instant(2026, 1, 6) }

  private func sign(_ measures: [RestorationMeasure], _ amount: Int64) throws -> SignAgreement {
    SignAgreement(
      agreementNumber: "1", amountFen: amount, measures: measures, performBy: try .of("2026-03-31"))
  }

  private static func planting(_ trees: Decimal, value: Int64? = 300_000) -> RestorationMeasure {
    RestorationMeasure(mode: .replanting, unit: .seedling, quantity: trees, valueFen: value)
  }

  @Test("what is done is added up in its units; done is what reaches every part of the plan")
  func progress() throws {
    var walk = try CaseWalk.agreed(opened, .restoring)
    let grass = RestorationMeasure(mode: .replanting, unit: .squareMetre, quantity: 2594, valueFen: 100_000)
    try walk.take(try sign([Self.planting(6030), grass], 400_000))
    #expect(throws: CompensationError.self) { try walk.take(RecordRestoration(done: [Self.planting(1)])) }
    try walk.take(StartPerformance())
    try walk.take(RecordRestoration(done: [Self.planting(6000)]))
    for wrong in [
      RestorationMeasure(mode: .fishRelease, unit: .fry, quantity: 1), Self.planting(0), Self.planting(-1),
      Self.planting(1_000_000_000),
    ] {
      #expect(throws: CompensationError.self) { try walk.take(RecordRestoration(done: [wrong])) }
    }
    let lacking = [Self.planting(30, value: nil), grass.withoutValue]
    #expect(throws: CompensationError.settlement(.notAllDone(lacking))) { try walk.take(CompleteRestoration()) }
    try walk.take(RecordRestoration(done: [Self.planting(30), grass]))
    try walk.take(CompleteRestoration())
    #expect(walk.compensation.status == .evaluation)
    #expect(walk.latest(RestorationCompleted.self)?.done.map(\.quantity) == [6030, 2594])
    #expect(walk.compensation.file.performedAt == nil)
  }

  @Test("a restoration whose goals are not met goes on with a new day, until an evaluation finds them met")
  func evaluation() throws {
    var walk = try CaseWalk.agreed(opened, .restoring)
    try walk.take(try sign([Self.planting(100)], 300_000))
    try walk.take(StartPerformance())
    try walk.take(RecordRestoration(done: [Self.planting(100)]))
    try walk.take(CompleteRestoration())
    #expect(throws: CompensationError.self) {
      try walk.take(EvaluateRestoration(met: true, evaluatorKey: Fixtures.firm))
    }
    try walk.take(EvaluateRestoration(met: false))
    #expect(walk.compensation.status == .evaluation && !walk.compensation.isPerformed)
    let again = ContinueRestoration(measures: [Self.planting(20, value: nil)], performBy: try .of("2026-05-31"))
    try walk.take(again)
    #expect(walk.compensation.status == .performing)
    #expect(walk.latest(RestorationContinued.self)?.dueDates.map(\.due) == [try Fixtures.instant(2026, 6, 1, hour: 0)])
    #expect(throws: CompensationError.self) { try walk.take(CompleteRestoration()) }
    try walk.take(RecordRestoration(done: [Self.planting(20)]))
    try walk.take(CompleteRestoration())
    try walk.take(EvaluateRestoration(met: true))
    #expect(walk.latest(RestorationEvaluated.self)?.evaluation == 2)
    #expect(walk.compensation.isPerformed && walk.compensation.file.performedAt == walk.now)
    #expect(throws: CompensationError.self) { try walk.take(EvaluateRestoration(met: false)) }
    try walk.take(Close(outcome: .performed, performed: true, modes: [.replanting], amountFen: 300_000))
  }

  @Test("the authority restores only what is late, at the obligor's cost")
  func takenOver() throws {
    var walk = try CaseWalk.agreed(opened, .restoring)
    try walk.take(try sign([Self.planting(100)], 300_000))
    try walk.take(StartPerformance())
    #expect(throws: CompensationError.self) { try walk.take(TakeOverRestoration(costFen: 350_000)) }
    try walk.wait(until: try Fixtures.instant(2026, 4, 1, hour: 0))
    #expect(throws: CompensationError.self) { try walk.take(TakeOverRestoration(costFen: 0)) }
    try walk.take(TakeOverRestoration(costFen: 350_000))
    #expect(walk.latest(RestorationTakenOver.self)?.costFen == 350_000)
    #expect(walk.compensation.file.settlement.project?.performer == .authority)
    try walk.take(RecordRestoration(done: [Self.planting(100)]))
    try walk.take(CompleteRestoration())
  }

  @Test("labour takes the place of money only where the damage is minor and the obligor actively corrects: both")
  func labour() throws {
    let hours = RestorationMeasure(mode: .labour, unit: .hour, quantity: 40, valueFen: 80_000, work: "TREE_PLANTING")
    func decision(_ conditions: [String]) -> DecideRestoration {
      DecideRestoration(
        restorability: .none, reason: "损害轻微", performer: .obligor, conditions: conditions, measures: [hours])
    }
    var walk = try CaseWalk.assessed(opened, profile: "zhenjiang")
    for (found, missing) in [
      ([], ["DAMAGE_MINOR", "ATTITUDE_ACTIVE"]), (["DAMAGE_MINOR"], ["ATTITUDE_ACTIVE"]),
      (["ATTITUDE_ACTIVE"], ["DAMAGE_MINOR"]),
    ] as [([String], [String])] {
      #expect(throws: CompensationError.settlement(.conditionsMissing(missing))) { try walk.take(decision(found)) }
    }
    #expect(throws: CompensationError.self) { try walk.take(decision(["DAMAGE_MINOR", "ATTITUDE_ACTIVE", "RICH"])) }
    try walk.take(decision(["DAMAGE_MINOR", "ATTITUDE_ACTIVE"]))
    try walk.take(NotifyNegotiation())
    try walk.take(HoldRound(outcome: .agreed))
    var idle = hours
    idle.work = "SLEEPING"
    #expect(throws: CompensationError.self) { try walk.take(try sign([idle], 80_000)) }
    try walk.take(try sign([hours], 80_000))
    try walk.take(StartPerformance())
    try walk.take(RecordRestoration(done: [hours]))
    try walk.take(CompleteRestoration())
    // Labour leaves no restored place to look at.
    #expect(walk.compensation.status == .performing && walk.compensation.isPerformed)
    // Zhangzhou's rules do not know it.
    var other = try CaseWalk.assessed(opened)
    #expect(throws: CompensationError.settlement(.notPractised("劳务代偿"))) {
      try other.take(decision(["DAMAGE_MINOR", "ATTITUDE_ACTIVE"]))
    }
  }

  @Test("what cannot be restored is not restored in place; units are those of the mode; money is no measure")
  func modes() throws {
    let walk = try CaseWalk.agreed(opened)
    for wrong in [
      RestorationMeasure(mode: .onSite, unit: .squareMetre, quantity: 10, valueFen: 1_000),
      RestorationMeasure(mode: .fishRelease, unit: .seedling, quantity: 10, valueFen: 1_000),
      RestorationMeasure(mode: .money, unit: .yuan, quantity: 10, valueFen: 1_000),
      RestorationMeasure(mode: .fishRelease, unit: .fry, quantity: 10, valueFen: 1_000, work: "TREE_PLANTING"),
    ] {
      var walk = walk
      #expect(throws: CompensationError.self) { try walk.take(try sign([wrong], 1_000)) }
    }
    for (mode, unit) in [
      (.fishRelease, .fry), (.snailStocking, .snail), (.replanting, .seedling), (.replanting, .squareMetre),
      (.basinTreatment, .cubicMetre), (.alienSpecies, .squareMetre), (.blueCarbon, .squareMetre), (.forestCare, .yuan),
      (.substitute, .yuan),
    ] as [(RestorationMode, RestorationUnit)] {
      var walk = walk
      try walk.take(
        try sign([RestorationMeasure(mode: mode, unit: unit, quantity: 10, valueFen: 1_000)], 1_000))
    }
    // What the obligor can restore itself is not only paid for.
    var able = try CaseWalk.agreed(opened, .restoring)
    #expect(throws: CompensationError.self) {
      try able.take(try SignAgreement.money([(1_000, "2026-03-31")], performBy: "2026-03-31"))
    }
    try able.take(
      try sign([RestorationMeasure(mode: .onSite, unit: .squareMetre, quantity: 10, valueFen: 1_000)], 1_000))
  }
}
