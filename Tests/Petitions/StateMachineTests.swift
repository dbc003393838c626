import Contracts
import FoundationEssentials
import Testing

@testable import Petitions

/// Many random ways through the state machine, each from its own seed, so that a failure can be walked again.
@Suite("The state machine")
struct StateMachineTests {
  private static let steps = 70

  @Test("whatever staff and clocks do in whatever order, the case keeps its promises", arguments: 0..<400)
  func walk(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let channel = chance.pick([IntakeChannel.hotline12345, .postalBox])
    let reach = chance.pick([Reach.channels([.sms]), .sealed, .nowhere, .declined])
    let profile = chance.pick(["jiujiang", "zhangzhou"])
    let start = try Fixtures.instant(2024, chance.number(1...11), chance.number(1...28))
    var walk = try Walk(
      received: start, channel: channel, reach: reach, rules: Fixtures.rules(at: start, of: profile))
    var reader = CaseReader()
    var heard = 0
    var trail: [String] = []
    for _ in 0..<Self.steps {
      let before = walk.petition
      let name = chance.step(for: before, at: walk.now)
      trail.append(name.rawValue)
      do {
        try chance.take(name, on: &walk)
        #expect(before.missing(for: name).isEmpty, "\(seed) \(trail): \(name) was no turn")
      } catch let error as PetitionError {
        if case .outOfTurn = error { #expect(!before.missing(for: name).isEmpty) }
        #expect(walk.petition == before, "\(seed) \(trail): refused, and yet changed")
      }
      if chance.number(0...3) == 0 { (1...3).forEach { walk.deliver($0) } }
      walk.wait(
        until: walk.now.addingTimeInterval(Double(chance.number(0...20 * 24)) * 3_600 * Double(chance.number(0...1))))
      for event in walk.told.dropFirst(heard) { reader.read(event) }
      heard = walk.told.count
      try check(walk, reader, before: before, "\(seed) \(trail.suffix(12))")
      if !reader.objections.isEmpty { return }
    }
  }

  private func check(_ walk: Walk, _ reader: CaseReader, before: Petition, _ trail: String) throws {
    let petition = walk.petition
    #expect(reader.objections.isEmpty, "\(trail): \(reader.objections)")
    #expect(reader.status == petition.status, "\(trail): events say \(reader.status)")
    // No state without a due date or an end, and no end with something left to do.
    let hasEnded = petition.file.archived != nil && petition.file.openReview == nil
    #expect(petition.openClocks.isEmpty == hasEnded, "\(trail): \(petition.status) \(petition.openClocks.map(\.kind))")
    // A clock that stands waits for one that does not.
    if petition.openClocks.contains(where: \.isStanding) {
      #expect(petition.openClocks.contains { !$0.isStanding }, "\(trail): everything stands")
    }
    // Nothing passes in silence.
    for clock in petition.openClocks where !clock.isStanding && clock.basis.due <= walk.now {
      #expect(clock.overdueAt != nil, "\(trail): \(clock.kind) passed unheard")
    }
    #expect(petition.attention.map { $0 > walk.now } ?? true, "\(trail): something was left to tell")
    if petition.status == .final { #expect(petition.nextSteps().isEmpty) }
    #expect(petition.sequence == 1 + Int64(walk.told.count))
    // What is stored is what is read.
    #expect(try CaseFile(json: JSON(parsing: petition.file.json.bytes, limits: .storedFile)) == petition.file)
    let bases = Dictionary(petition.allClocks.map { ($0.basis.id, $0.basis) }, uniquingKeysWith: { first, _ in first })
    for clock in petition.allClocks { #expect(try StoredClock(json: StoredClock(clock).json).clock(bases) == clock) }
  }

  @Test("the five steps come in their order on every way to the file", arguments: 400..<480)
  func order(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let start = try Fixtures.instant(2024, 3, 4)
    var walk = try Walk(received: start)
    for _ in 0..<400 where walk.petition.file.archived == nil {
      let name = chance.pick(StepName.allCases)
      guard name != .refuse else { continue }
      try? chance.take(name, on: &walk)
      (1...3).forEach { walk.deliver($0) }
    }
    let types = walk.told.map { type(of: $0).type }
    guard let end = types.lastIndex(of: .petitionArchived) else { return }
    let way = types[..<end]
    func last(_ wanted: Set<EventType>, before index: Int) -> Int? { way[..<index].lastIndex { wanted.contains($0) } }
    let published = try #require(last([.petitionPublished], before: end))
    let answered = try #require(last([.petitionConcluded], before: published))
    let handled = try #require(last([.petitionHandled], before: answered))
    let handed = try #require(last([.petitionAssigned, .petitionTransferred], before: handled))
    #expect(last([.petitionAccepted], before: handed) != nil && last([.petitionRechecked], before: published) != nil)
    #expect((1...3).allSatisfy { walk.petition.contact($0)?.isDone == true })
  }

  @Test("every status of the contract is reached, so that the walks above say something")
  func reached() throws {
    var seen: Set<PetitionStatus> = []
    let wanted = Set(PetitionStatus.allCases).subtracting([.merged])
    for seed in 0..<1_000 where seen != wanted {
      var chance = Chance(seed: UInt64(seed) &+ 10_000)
      var walk = try Walk(received: try Fixtures.instant(2024, 3, 4))
      for _ in 0..<120 {
        try? chance.take(chance.step(for: walk.petition, at: walk.now), on: &walk)
        (1...3).forEach { walk.deliver($0) }
        seen.insert(walk.petition.status)
        walk.wait(until: walk.now.addingTimeInterval(Double(chance.number(0...48)) * 3_600))
      }
    }
    #expect(seen == wanted, "missing: \(wanted.subtracting(seen))")
  }
}
