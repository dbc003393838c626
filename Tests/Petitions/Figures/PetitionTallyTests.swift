import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit
import Support
import Testing

@testable import Petitions

@Suite("What figures count of a petition")
struct PetitionTallyTests {
  private func take(_ step: some PetitionStep, on petition: inout Petition, at now: Date) throws {
    _ = try step.take(
      on: &petition, in: Circumstances(now: now, actor: "wang.fang", rules: try Fixtures.rules(at: now)))
    petition.sequence += 1
  }

  @Test func `a petition just received counts as nothing but received`() throws {
    let petition = try Fixtures.petition(received: try Fixtures.instant(2024, 2, 15))
    #expect(PetitionTally(petition).cells.isEmpty)
  }

  @Test func `acceptance counts on the last day of its limit, the answer on the last day of its own`() throws {
    let received = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: received)
    try take(Accept(), on: &petition, at: received)
    try take(Conclude(verdict: .support), on: &petition, at: try Fixtures.instant(2024, 3, 1))
    let tally = PetitionTally(petition)
    #expect(tally.acceptableOn?.description == "2024-03-01" && tally.acceptedInTime)
    #expect(tally.dueOn?.description == "2024-04-15" && tally.concludedInTime)
    #expect(tally.acceptedOn?.description == "2024-02-15" && tally.concluded && !tally.replied)
  }

  @Test func `a limit that ran out counts against, and what comes later does not mend it`() throws {
    let received = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: received)
    let late = try Fixtures.instant(2024, 3, 5)
    petition.acceptance.overdueAt = late
    #expect(PetitionTally(petition).acceptableOn?.description == "2024-03-01")
    #expect(!PetitionTally(petition).acceptedInTime)
    try take(Accept(), on: &petition, at: late)
    let tally = PetitionTally(petition)
    #expect(tally.acceptableOn?.description == "2024-03-01" && !tally.acceptedInTime)
    #expect(tally.acceptedOn?.description == "2024-03-05")
  }

  @Test func `a petition refused in time was not to be accepted`() throws {
    let received = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: received)
    try take(Refuse(reason: .litigation), on: &petition, at: received)
    #expect(PetitionTally(petition).cells.isEmpty)
  }

  @Test func `a case sent back is not concluded any more`() throws {
    let received = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: received)
    try take(Accept(), on: &petition, at: received)
    try take(Assign(lead: "brigade"), on: &petition, at: received)
    try take(Handle(outcome: .resolved), on: &petition, at: received)
    try take(Conclude(verdict: .support), on: &petition, at: received)
    #expect(PetitionTally(petition).concluded)
    try take(Recheck(passed: false, unit: "city"), on: &petition, at: try Fixtures.instant(2024, 3, 1))
    let tally = PetitionTally(petition)
    #expect(!tally.concluded && tally.dueOn == nil)
    #expect(try tally.returnedAt == Fixtures.instant(2024, 3, 1))
  }

  @Test func `the last verdict of a call-back counts, on its day`() throws {
    let received = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: received)
    try take(CallBack(reached: true, satisfied: false), on: &petition, at: received)
    try take(CallBack(reached: false), on: &petition, at: try Fixtures.instant(2024, 2, 17))
    #expect(PetitionTally(petition).calledBackOn?.description == "2024-02-15" && !PetitionTally(petition).satisfied)
    try take(CallBack(reached: true, satisfied: true), on: &petition, at: try Fixtures.instant(2024, 2, 18))
    #expect(PetitionTally(petition).calledBackOn?.description == "2024-02-18" && PetitionTally(petition).satisfied)
  }

  @Test func `another kind moves the receipt to it`() throws {
    let received = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: received)
    try take(Accept(category: .air), on: &petition, at: received)
    let cells = PetitionTally(petition).cells
    func count(_ category: String) -> Int64 {
      cells.filter { $0.key.category == category }.reduce(0) { $0 + $1.value[.received] }
    }
    #expect(count("water") == -1 && count("air") == 1)
  }

  /// Whatever happens in whatever order (what cannot be done is not), the corrections added up are what the case says in the end.
  @Test(arguments: 0..<60)
  func `corrections add up to what the case says`(round: UInt64) throws {
    var generator = SplitMix(state: round)
    var now = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: now)
    var counted: [FigureCell: FigureCounts] = [:]
    var before: PetitionTally?
    for _ in 0..<12 {
      now = now.addingTimeInterval(Double.random(in: 0...20, using: &generator) * 86_400)
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: try? take(Accept(category: Bool.random(using: &generator) ? .air : nil), on: &petition, at: now)
      case 1: try? take(Conclude(verdict: .explain), on: &petition, at: now)
      case 2: try? take(Recheck(passed: Bool.random(using: &generator), unit: "city"), on: &petition, at: now)
      case 3: try? take(CallBack(reached: true, satisfied: Bool.random(using: &generator)), on: &petition, at: now)
      case 4: petition.acceptance.overdueAt = petition.acceptance.basis.due <= now ? now : nil
      case 5: petition.conclusion?.overdueAt = now
      case 6: try? take(Transfer(to: "eco-360425", toRegion: "360425"), on: &petition, at: now)
      default: try? take(Archive(fileNumber: "1"), on: &petition, at: now)
      }
      let after = PetitionTally(petition)
      for (cell, counts) in PetitionTally.changes(from: before, to: after) {
        counted[cell] = (counted[cell] ?? FigureCounts()) + counts
      }
      before = after
    }
    #expect(counted.filter { !$0.value.isZero } == PetitionTally(petition).cells.filter { !$0.value.isZero })
  }

  struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }
}
