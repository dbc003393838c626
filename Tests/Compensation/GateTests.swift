import Contracts
import FoundationEssentials
import Testing

@testable import Compensation

@Suite("Gates of the penalty side")
struct GateTests {
  private static let penalty = PenaltyCase(source: "/enforcement/test", number: "罚1")
  private let now: Date

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  private func day(_ number: Int) -> Date { now.addingTimeInterval(Double(number) * 86_400) }

  private func record(_ kind: String, at: Date, fine: Int64? = nil, table: Int64? = nil) -> PenaltyRecord {
    var detail = JSONObject()
    detail.set("fineFen", fine)
    detail.set("discretionFen", table)
    return PenaltyRecord(
      id: UUID(), penalty: Self.penalty, kind: kind, subjectKey: Fixtures.firm, at: at, detail: .object(detail))
  }

  private func walk(_ profile: String = "zhangzhou") throws -> CaseWalk {
    try CaseWalk(opened: now, penalty: Self.penalty, profile: profile)
  }

  private func answers(_ walk: CaseWalk) -> [String] {
    walk.compensation.file.gates.map { "\($0.gate.rawValue) \($0.isOpen ? "open" : "closed") \($0.reason.rawValue)" }
  }

  @Test("closed until checked, then opened one by one by consultation and performance, each told once")
  func course() throws {
    var walk = try walk()
    #expect(
      answers(walk) == [
        "review closed not-checked", "prior-notice closed not-checked", "reduction closed not-checked",
      ])
    try walk.take(Check(damaged: true))
    #expect(
      answers(walk) == [
        "review open checked", "prior-notice closed not-consulted", "reduction closed not-performed",
      ])
    try walk.take(Consult(outcome: .absent))
    #expect(walk.gate(.priorNotice) == GateAnswer(.priorNotice, isOpen: true, .consulted))
    try walk.take(ConcludeInvestigation(damage: true, proposal: .claim))
    for stage in [CompensationStatus.negotiation, .agreed, .performing] { try walk.enter(stage) }
    try walk.take(Close(outcome: .performed, performed: true, modes: [.replanting]))
    #expect(walk.gate(.reduction) == GateAnswer(.reduction, isOpen: true, .performed))
    let told = walk.told.compactMap { $0 as? CompensationGateChanged }
    #expect(
      told.map(\.gate) == [
        .review, .priorNotice, .reduction, .review, .priorNotice, .reduction, .priorNotice, .reduction,
      ])
    #expect(told.allSatisfy { $0.penaltyNumber == "罚1" })
    #expect(walk.compensation.file.breaches.isEmpty)
  }

  @Test("where no compensation is started or the case is ended, nothing is waited for")
  func withoutDuty() throws {
    var none = try walk()
    try none.take(Check(damaged: false, reason: .noDamage))
    #expect(none.compensation.file.gates.allSatisfy { $0.isOpen && $0.reason == .notStarted })
    var ended = try walk()
    try ended.take(Check(damaged: true))
    try ended.take(Terminate(reason: .judgment))
    #expect(ended.compensation.file.gates.allSatisfy { $0.isOpen })
    // An insurer that paid has not performed for the obligor.
    var insured = try walk()
    try insured.take(Check(damaged: true))
    try insured.take(ConcludeInvestigation(damage: true, proposal: .claim))
    try insured.enter(.insurance)
    try insured.take(Close(outcome: .insured, performed: false))
    #expect(insured.gate(.reduction) == GateAnswer(.reduction, isOpen: false, .notPerformed))
  }

  @Test("a penalty case that goes through a closed gate is told of once, and taken back when the rest comes in late")
  func breaches() throws {
    var walk = try walk()
    try walk.take(Check(damaged: true))
    try walk.wait(until: day(5))
    try walk.tell(record(PenaltyRecord.decided, at: day(4), fine: 60_000, table: 60_000))
    #expect(walk.compensation.file.breaches.map(\.gate) == [.priorNotice])
    #expect(walk.told.filter { $0 is CompensationOrderBreached }.count == 1)
    try walk.wait(until: day(9))
    #expect(walk.told.filter { $0 is CompensationOrderBreached }.count == 1)
    // It was held on the third day, and is written down on the ninth.
    try walk.take(Consult(heldAt: day(3), outcome: .willing))
    #expect(walk.compensation.file.breaches.isEmpty)
    #expect((walk.told.last as? CompensationOrderRestored)?.gate == .priorNotice)
    var late = walk
    #expect(throws: CompensationError.self) { try late.take(Consult(heldAt: day(10), outcome: .willing)) }
  }

  @Test("a notice planned ahead breaches nothing until its day; a later plan puts it off")
  func plans() throws {
    var walk = try walk()
    try walk.take(Check(damaged: true))
    try walk.take(ServeNotice(method: .direct))
    try walk.tell(record(PenaltyRecord.noticePlanned, at: day(10)))
    #expect(walk.compensation.file.breaches.isEmpty && walk.compensation.attention == day(10))
    var inTime = walk
    try inTime.wait(until: day(9))
    try inTime.take(Consult(outcome: .willing))
    try inTime.wait(until: day(12))
    #expect(!inTime.told.contains { $0 is CompensationOrderBreached })
    var putOff = walk
    try putOff.tell(record(PenaltyRecord.noticePlanned, at: day(20)))
    try putOff.wait(until: day(19))
    #expect(putOff.compensation.file.breaches.isEmpty)
    try walk.wait(until: day(10))
    #expect(walk.compensation.file.breaches == [GateBreach(.priorNotice, passedAt: day(10), .notConsulted)])
  }

  @Test("a reduction without performance is a breach (X-04), a full fine is none; performance before it is enough")
  func reductions() throws {
    var walk = try walk()
    try walk.take(Check(damaged: true))
    try walk.take(Consult(outcome: .willing))
    try walk.wait(until: day(5))
    var full = walk
    try full.tell(record(PenaltyRecord.decided, at: day(4), fine: 60_000, table: 60_000))
    #expect(full.compensation.file.breaches.isEmpty)
    var reduced = walk
    try reduced.tell(record(PenaltyRecord.decided, at: day(4), fine: 34_000, table: 60_000))
    #expect(reduced.compensation.file.breaches.map(\.gate) == [.reduction])
    try walk.take(ConcludeInvestigation(damage: true, proposal: .claim))
    for stage in [CompensationStatus.negotiation, .agreed, .performing] { try walk.enter(stage) }
    try walk.take(Close(outcome: .performed, performed: true, modes: [.labour]))
    try walk.wait(until: day(8))
    try walk.tell(record(PenaltyRecord.decided, at: day(7), fine: 34_000, table: 60_000))
    #expect(walk.compensation.file.breaches.isEmpty)
  }

  @Test("without a penalty case there is no gate, and a city may turn one off")
  func none() throws {
    var alone = try CaseWalk(opened: now)
    try alone.take(Check(damaged: true))
    #expect(alone.compensation.file.gates.isEmpty)
    let case1 = try walk().compensation
    let off = GateRules(reviewWaits: false, noticeWaits: false, reductionWaits: false)
    #expect(case1.gates(off).allSatisfy { $0.isOpen && $0.reason == .notRequired })
    var course = PenaltyCourse()
    course.decidedAt = now
    course.reducedAt = now
    #expect(case1.breaches(of: course, off, at: day(1)).isEmpty)
    #expect(!case1.breaches(of: course, GateRules(), at: day(1)).isEmpty)
  }
}
