import Contracts
import FoundationEssentials
import Testing

@testable import Petitions

@Suite("Steps of a petition")
struct PetitionStepsTests {
  private func take(_ step: some PetitionStep, on petition: inout Petition, at now: Date) throws -> StepEffects {
    let rules = try Fixtures.rules(at: now)
    try petition.begin(type(of: step).name, requiresCallBack: rules.requiresCallBack)
    let effects = try step.take(on: &petition, in: Circumstances(now: now, actor: "wang.fang", rules: rules))
    petition.sequence += Int64(effects.events.count)
    return effects
  }

  private func deliver(_ number: Int, on petition: inout Petition, at now: Date) throws {
    let message = try #require(petition.contact(number)?.messageId)
    let event = petition.close(
      contact: number, message: message, outcome: .delivered, channel: .sms, attempts: 1, proof: "receipt 1", at: now)
    #expect(event?.contact == number)
  }

  @Test func `E2E-1: a blocked sewer reported on a holiday, two agencies assist, and the resident is satisfied`() throws
  {
    let received = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: received, region: "360483", channel: .hotline12369)
    #expect(petition.channel.intakeClass == .phone)
    #expect(petition.acceptance.basis.due == (try Fixtures.instant(2024, 3, 2, hour: 0)))
    try deliver(1, on: &petition, at: received)
    _ = try take(Accept(), on: &petition, at: received)
    #expect(petition.conclusion?.basis.due == (try Fixtures.instant(2024, 4, 16, hour: 0)))
    try deliver(2, on: &petition, at: received)
    _ = try take(
      Assign(lead: "brigade-360483", assisting: ["HOUSING_CONSTRUCTION", "MUNICIPAL_MAINTENANCE"]), on: &petition,
      at: received)
    #expect(petition.file.assigned?.assisting.count == 2)
    _ = try take(Handle(outcome: .resolved, measures: ["pipe-cleared"]), on: &petition, at: received)
    _ = try take(Conclude(verdict: .support), on: &petition, at: received)
    try deliver(3, on: &petition, at: received)
    _ = try take(Recheck(passed: true, unit: "eco-360400"), on: &petition, at: received)
    _ = try take(Publish(published: true, summary: "小区排污管网已疏通。"), on: &petition, at: received)
    _ = try take(CallBack(reached: true, satisfied: true), on: &petition, at: received)
    _ = try take(Archive(fileNumber: "2024-1"), on: &petition, at: received)
    let state = petition.state
    #expect(state.status == .archived && state.contacts == 3 && state.satisfied == true && !state.overdue)
    #expect(petition.promises.handledInTime && petition.promises.replyGiven)
    #expect(petition.nextSteps() == [.reopen, .requestReview])
  }

  @Test func `E2E-2: a workshop without a code, transferred, verified, and a clue to damage`() throws {
    let received = try Fixtures.instant(2023, 6, 5)
    var petition = try Fixtures.petition(received: received)
    try deliver(1, on: &petition, at: received)
    _ = try take(Accept(), on: &petition, at: received)
    try deliver(2, on: &petition, at: received)
    let due = petition.conclusion?.basis.due
    let effects = try take(
      Transfer(to: "eco-360482", toRegion: "360482"), on: &petition, at: received.addingTimeInterval(86_400))
    #expect(petition.conclusion?.basis.due == due, "a transfer does not set the petitioner's clock back")
    let told = try #require(effects.events.first as? PetitionTransferred)
    #expect(told.dueDates.contains { $0.due == due && $0.rule == "petition.conclusion" })
    #expect(petition.unit == "eco-360482")
    _ = try take(
      Handle(
        outcome: .measuresOrdered, measures: ["production-stopped", "voluntary-dismantling"],
        findings: [.init(siteName: "某水泥制品厂", factCodes: ["sanluanwu"], damageSuspected: true)]), on: &petition,
      at: received)
    let verified = try take(Verify(verified: true), on: &petition, at: received)
    let finding = try #require(verified.events.first as? PetitionVerified)
    #expect(finding.subjectKey == "site:360482:某水泥制品厂" && finding.damageSuspected)
    #expect(finding.factCodes == ["sanluanwu"])
    #expect(try PetitionVerified(json: finding.json) == finding, "whoever subscribes can read what is told")
    _ = try take(Conclude(verdict: .support), on: &petition, at: received)
    _ = try take(Recheck(passed: true, unit: "eco-360400"), on: &petition, at: received)
    _ = try take(CallBack(reached: true, satisfied: true), on: &petition, at: received)
    _ = try take(Publish(published: false, reason: .reporterSafety), on: &petition, at: received)
    #expect(petition.missing(for: .archive) == ["contact 3 is not made"])
    try deliver(3, on: &petition, at: received)
    _ = try take(Archive(fileNumber: "2023-7"), on: &petition, at: received)
    #expect(petition.state.verified == true && petition.state.subjectKey == "site:360482:某水泥制品厂")
  }

  @Test func `a petition just received can be decided, told and nothing else`() throws {
    let petition = try Fixtures.petition(received: try Fixtures.instant(2024, 2, 15))
    #expect(petition.nextSteps() == [.accept, .refuse, .contact, .summarise, .supervise, .withdraw, .nameLeader])
  }

  @Test(arguments: StepName.allCases.filter { ![.contact, .archive, .supervise, .withdraw].contains($0) })
  func `a refused petition knows no further step but the file`(step: StepName) throws {
    let now = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: now)
    _ = try take(Refuse(reason: .litigation), on: &petition, at: now)
    #expect(throws: PetitionError.self) { try petition.begin(step) }
    #expect(petition.missing(for: .archive) == ["contact 1 is not made", "contact 2 is not made"])
    try deliver(1, on: &petition, at: now)
    try deliver(2, on: &petition, at: now)
    #expect(petition.missing(for: .archive) == [])
  }

  @Test func `an illegal step names what is missing and what is allowed`() throws {
    let petition = try Fixtures.petition(received: try Fixtures.instant(2024, 2, 15))
    #expect {
      try petition.begin(.conclude)
    } throws: { error in
      guard case .outOfTurn(.conclude, .received, let missing, let next)? = error as? PetitionError else {
        return false
      }
      return missing.contains("the petition is not accepted")
        && next == [.accept, .refuse, .contact, .summarise, .supervise, .withdraw, .nameLeader]
    }
  }

  @Test func `an unverified finding is told to nobody`() throws {
    let now = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: now)
    _ = try take(Accept(), on: &petition, at: now)
    _ = try take(Assign(lead: "a"), on: &petition, at: now)
    _ = try take(
      Handle(outcome: .unfounded, findings: [.init(siteName: "厂", factCodes: ["x"])]), on: &petition, at: now)
    #expect(throws: PetitionError.self) { try petition.begin(.conclude) }
    #expect(try take(Verify(verified: false), on: &petition, at: now).events.isEmpty)
    #expect(petition.state.verified == false)
    try petition.begin(.conclude)
  }

  @Test func `a failed re-check sends the case back, and the third contact is owed again`() throws {
    let now = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: now)
    _ = try take(Accept(), on: &petition, at: now)
    _ = try take(Assign(lead: "a"), on: &petition, at: now)
    _ = try take(Handle(outcome: .resolved), on: &petition, at: now)
    _ = try take(Conclude(verdict: .support), on: &petition, at: now)
    let first = petition.contact(3)?.messageId
    try deliver(3, on: &petition, at: now)
    _ = try take(Recheck(passed: false, unit: "city"), on: &petition, at: now)
    #expect(petition.status == .assigned && petition.contact(3) == nil && petition.conclusion?.metAt == nil)
    #expect(throws: PetitionError.self) { try petition.begin(.publish) }
    _ = try take(Handle(outcome: .resolved), on: &petition, at: now)
    _ = try take(Conclude(verdict: .support), on: &petition, at: now)
    #expect(petition.contact(3)?.messageId != first)
    let later = petition.close(
      contact: 3, message: try #require(first), outcome: .delivered, channel: .sms, attempts: 1, proof: nil, at: now)
    #expect(later == nil, "the proof of the old message says nothing of the new answer")
  }

  @Test func `nobody to write to: contacts are spared at once and on record`() throws {
    let now = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: now, reach: .nowhere)
    #expect(petition.contact(1)?.outcome == .noContactData)
    let effects = try take(Accept(), on: &petition, at: now)
    #expect((effects.events.last as? PetitionContacted)?.outcome == .noContactData)
    #expect(petition.contactsDone == 2)
  }

  @Test func `a message that failed is no contact until staff have tried`() throws {
    let now = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: now)
    let message = try #require(petition.contact(1)?.messageId)
    _ = petition.close(
      contact: 1, message: message, outcome: .notReached, channel: .sms, attempts: 3, proof: nil, at: now)
    #expect(petition.contactsDone == 0)
    _ = try take(RecordContact(number: 1, outcome: .notReached, channel: .phone), on: &petition, at: now)
    #expect(petition.contactsDone == 1)
  }

  @Test func `a clock that has run out is told of once, and made good by the step it asks for`() throws {
    let received = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: received)
    let due = petition.acceptance.basis.due
    let rules = try Fixtures.rules(at: due)
    _ = petition.attend(at: due.addingTimeInterval(-1), rules: rules)
    let told = petition.attend(at: due, rules: rules).map(\.event)
    #expect(told.count == 1 && told.first is PetitionOverdue)
    #expect(petition.attend(at: due.addingTimeInterval(1), rules: rules).isEmpty)
    #expect(petition.state.overdue)
    _ = try take(Accept(), on: &petition, at: due)
    #expect(!petition.state.overdue)
  }

  @Test func `a case file survives being written and read`() throws {
    let now = try Fixtures.instant(2024, 2, 15)
    var petition = try Fixtures.petition(received: now)
    _ = try take(Accept(), on: &petition, at: now)
    _ = try take(Transfer(to: "eco-360482", toRegion: "360482"), on: &petition, at: now)
    _ = try take(
      Handle(outcome: .resolved, findings: [.init(siteName: "厂", factCodes: ["x"], damageSuspected: true)]),
      on: &petition, at: now)
    #expect(try CaseFile(json: try JSON(parsing: petition.file.json.bytes)) == petition.file)
  }
}
