import Contracts
import FoundationEssentials
import Testing

@testable import Petitions

@Suite("Transfers and objections")
struct ObjectionTests {
  private let received: Date

  init() throws { received = try Fixtures.instant(2024, 2, 8) }

  private func transferred() throws -> Walk {
    var walk = try Walk(received: received)
    try walk.take(Accept())
    try walk.take(Transfer(to: "eco-360481", toRegion: "360481"))
    return walk
  }

  @Test func `a receiver may object for five working days: over the festival until the 21st`() throws {
    var walk = try transferred()
    walk.wait(until: try Fixtures.instant(2024, 2, 21, hour: 23))
    var late = walk
    try walk.take(Object(reason: .wrongPlace, suggestedUnit: "eco-360482"))
    #expect(walk.petition.status == .objected)
    #expect(walk.petition.nextSteps().contains(.decideObjection) && !walk.petition.nextSteps().contains(.handle))
    let due = try Fixtures.instant(2024, 2, 22, hour: 0)
    late.wait(until: due)
    #expect(!late.petition.nextSteps(at: due).contains(.object))
    #expect(throws: PetitionError.lapsed(.object, due)) { try late.take(Object(reason: .notCompetent)) }
  }

  @Test func `the sender who agrees has the case back, with the petitioner's clock as it was`() throws {
    var walk = try transferred()
    let clock = walk.petition.conclusion
    try walk.take(Object(reason: .notCompetent))
    let told = try walk.take(DecideObjection(upheld: true))
    #expect(walk.petition.status == .accepted && walk.petition.unit == "eco-360482")
    #expect(walk.petition.conclusion == clock && walk.petition.clock(.takeOver) == nil)
    #expect(told.map { type(of: $0).type } == [.petitionObjectionDecided, .petitionSupervisionLifted])
    #expect(throws: PetitionError.self) { try walk.take(Handle(outcome: .resolved)) }
    try walk.take(Transfer(to: "eco-360402", toRegion: "360402"))
    try walk.take(Object(reason: .other))
  }

  @Test func `an objection turned down stays down, and the receiver keeps the case`() throws {
    var walk = try transferred()
    try walk.take(Object(reason: .notCompetent))
    try walk.take(DecideObjection(upheld: false, decidedBy: .commonSuperior))
    #expect(walk.petition.status == .transferred && walk.petition.unit == "eco-360481")
    #expect(throws: PetitionError.self) { try walk.take(Object(reason: .notCompetent)) }
    #expect(walk.petition.clock(.takeOver) != nil, "it still has to take over and tell")
  }

  @Test func `whatever the receiver does first is taking over, and who has taken over cannot object`() throws {
    for step in [StepName.investigate, .handle, .assign] {
      var walk = try transferred()
      let told: [any EventPayload] =
        switch step {
        case .investigate: try walk.take(Investigate())
        case .handle: try walk.take(Handle(outcome: .resolved))
        default: try walk.take(Assign(lead: "brigade-360481"))
        }
      #expect(told.first is PetitionTakenOver && walk.petition.clock(.takeOver) == nil)
      #expect(throws: PetitionError.self) { try walk.take(Object(reason: .other)) }
    }
  }

  @Test func `the four instants of the case: received, handed over, investigated, handled`() throws {
    var walk = try Walk(received: received)
    try walk.take(Accept())
    var instants = [received]
    for day in 9...11 { instants.append(try Fixtures.instant(2024, 2, day)) }
    walk.wait(until: instants[1])
    try walk.take(Transfer(to: "eco-360481", toRegion: "360481"))
    walk.wait(until: instants[2])
    try walk.take(Investigate())
    walk.wait(until: instants[3])
    try walk.take(Handle(outcome: .resolved))
    let state = walk.petition.state
    #expect([state.receivedAt, state.handedOverAt, state.investigatedAt, state.handledAt] == instants.map { $0 })
    #expect(throws: PetitionError.self) {
      try walk.take(Handle(outcome: .resolved, startedAt: received.addingTimeInterval(-60)))
    }
  }

  @Test func `a case is not transferred to the unit that has it`() throws {
    var walk = try transferred()
    #expect(throws: PetitionError.self) { try walk.take(Transfer(to: "eco-360481", toRegion: "360481")) }
    #expect(throws: PetitionError.self) { try walk.take(Transfer(to: "eco-1", toRegion: "999999")) }
  }
}
