import Contracts
import FoundationEssentials
import Testing

@testable import Petitions

@Suite("After the answer, and what hard cases need")
struct AfterwardsTests {
  private let received: Date

  init() throws { received = try Fixtures.instant(2024, 3, 4) }

  private func archived() throws -> Walk {
    var walk = try Walk(received: received)
    try walk.reachArchive()
    return walk
  }

  @Test func `review, re-examination, then final: nothing more is accepted`() throws {
    var walk = try archived()
    #expect(walk.petition.openClocks.isEmpty)
    try walk.take(RequestReview(unit: "eco-360400"))
    #expect(walk.petition.status == .underReview && walk.petition.openClocks.map(\.kind) == [.review])
    #expect(throws: PetitionError.self) { try walk.take(Reopen(reason: .newFacts)) }
    try walk.take(DecideReview(verdict: .upheld, documentNumber: "复查1"))
    #expect(walk.petition.status == .archived)
    #expect(throws: PetitionError.self) { try walk.take(RequestReview(unit: "eco-360400")) }
    try walk.take(RequestReview(unit: "eco-360000"))
    #expect(throws: PetitionError.self) { try walk.take(DecideReview(verdict: .returned, documentNumber: "复核1")) }
    try walk.take(DecideReview(verdict: .changed, documentNumber: "复核1"))
    #expect(walk.petition.status == .final && walk.petition.nextSteps().isEmpty)
    #expect(walk.petition.openClocks.isEmpty && walk.told(PetitionReviewDecided.self).map(\.final) == [false, true])
  }

  @Test func `a review is asked for within thirty days of the answer's arrival`() throws {
    var walk = try Walk(received: received)
    try walk.reachUnit()
    try walk.take(Handle(outcome: .resolved))
    try walk.take(Conclude(verdict: .notSupport))
    walk.wait(until: try Fixtures.instant(2024, 3, 11))
    walk.deliver(3)
    // Thirty days from 11 March end on 10 April; from the answer itself they ended on 3 April.
    walk.wait(until: try Fixtures.instant(2024, 4, 10, hour: 23))
    var late = walk
    try walk.take(RequestReview(unit: "eco-360000"))
    late.wait(until: try Fixtures.instant(2024, 4, 11, hour: 0))
    #expect(throws: PetitionError.lapsed(.requestReview, try Fixtures.instant(2024, 4, 11, hour: 0))) {
      try late.take(RequestReview(unit: "eco-360000"))
    }
  }

  @Test func `a review that sends the case back opens it again, with a new answer and a new right`() throws {
    var walk = try archived()
    try walk.take(RequestReview(unit: "eco-360000"))
    let told = try walk.take(DecideReview(verdict: .returned, documentNumber: "复查2"))
    #expect(told.map { type(of: $0).type } == [.petitionReviewDecided, .petitionReopened])
    #expect(walk.petition.status == .reopened && walk.petition.contact(3) == nil)
    #expect(throws: PetitionError.self) { try walk.take(Conclude(verdict: .support)) }
    try walk.take(Assign(lead: "brigade"))
    try walk.answer()
    #expect(walk.petition.missing(for: .archive).contains("the petitioner was not called back"))
    try walk.take(RequestReview(unit: "eco-360000"))
    #expect(walk.petition.file.currentReviews.count == 1)
  }

  @Test func `the time of a hearing is not counted in a re-examination`() throws {
    var walk = try archived()
    try walk.take(RequestReview(unit: "eco-360400"))
    try walk.take(DecideReview(verdict: .upheld, documentNumber: "复查3"))
    try walk.take(RequestReview(unit: "eco-360000"))
    let before = try #require(walk.petition.clock(.reexamination))
    walk.wait(until: try Fixtures.instant(2024, 3, 20))
    try walk.take(Hear(startedAt: try Fixtures.instant(2024, 3, 10), endedAt: try Fixtures.instant(2024, 3, 17)))
    let after = try #require(walk.petition.clock(.reexamination))
    #expect(after.basis.internalDue.timeIntervalSince(before.basis.internalDue) == 7 * 86_400)
    #expect(throws: PetitionError.self) {
      try walk.take(Hear(startedAt: try Fixtures.instant(2024, 3, 21), endedAt: try Fixtures.instant(2024, 3, 22)))
    }
  }

  @Test func `opened again because the petitioner was not satisfied: a clock of its own, and every step anew`() throws {
    var walk = try archived()
    walk.wait(until: try Fixtures.instant(2024, 5, 20))
    try walk.take(Reopen(reason: .dissatisfied))
    #expect(walk.petition.conclusion?.start == walk.now && walk.petition.state.concludedAt == nil)
    #expect(walk.petition.state.satisfied == nil && walk.petition.state.archivedAt == nil)
    #expect(throws: PetitionError.self) { try walk.take(Archive(fileNumber: "2")) }
    try walk.take(Assign(lead: "brigade"))
    try walk.answer()
    try walk.take(Recheck(passed: true, unit: "eco-360400"))
    #expect(walk.told(PetitionRechecked.self).map(\.attempt) == [1, 2])
    try walk.take(Publish(published: false, reason: .onRequest))
    try walk.take(CallBack(reached: true, satisfied: true))
    try walk.take(Archive(fileNumber: "2"))
    #expect(walk.petition.openClocks.isEmpty)
  }

  @Test func `a suspected crime goes to the police, and the petitioner still gets an answer`() throws {
    var walk = try Walk(received: received)
    try walk.reachUnit()
    try walk.take(
      Handle(outcome: .measuresOrdered, findings: [.init(siteName: "厂", factCodes: ["HIDDEN_PIPE"])]))
    let referral = ReferToPolice(authority: "共青城市公安局", article: "刑法第三百三十八条", documentNumber: "移1")
    #expect(throws: PetitionError.self) { try walk.take(referral) }
    try walk.take(Verify(verified: true))
    let finding = try #require(walk.petition.file.findings.first?.id)
    let referred = try walk.take(referral).first as? PetitionCrimeReferred
    #expect(referred?.findingIds == [finding.lowercased])
    #expect(throws: PetitionError.self) {
      var stranger = referral
      stranger.findingIds = [UUID()]
      try walk.take(stranger)
    }
    #expect(walk.petition.conclusion?.isRunning == true)
    try walk.take(RecordPoliceAnswer(filed: true, documentNumber: "公立1"))
    #expect(throws: PetitionError.self) { try walk.take(RecordPoliceAnswer(filed: false)) }
    try walk.take(Conclude(verdict: .support))
  }

  @Test func `an appeal is answered in writing, with all the law asks for`() throws {
    var walk = try Walk(received: received)
    try walk.take(Accept(procedure: .appeal))
    try walk.take(Assign(lead: "brigade"))
    try walk.take(Hear(startedAt: received, endedAt: received))
    try walk.take(Settle(mode: .mediation, documentNumber: "调1"))
    try walk.take(Handle(outcome: .explained))
    let whole = ["REQUEST", "FACTS_AND_REASONS", "OPINION", "LEGAL_BASIS"]
    for answer in [
      Conclude(verdict: .explain),
      Conclude(verdict: .explain, documentNumber: "九1", contents: ["REQUEST"], legalBasis: "环境保护法"),
      Conclude(verdict: .explain, documentNumber: "九1", contents: whole),
    ] {
      #expect(throws: PetitionError.self) { try walk.take(answer) }
    }
    try walk.take(Conclude(verdict: .explain, documentNumber: "九1", contents: whole, legalBasis: "环境保护法"))
    #expect(throws: PetitionError.self) {
      var other = try Walk(received: received)
      try other.take(Accept(procedure: .litigation))
    }
  }

  @Test func `who withdrew takes no step any more, and the handling unit does not check itself`() throws {
    var walk = try Walk(received: received)
    try walk.take(WithdrawStaff(person: "li.gang", reason: "与信访人系亲属"), by: "zhao.min")
    #expect(throws: PetitionError.withdrawn) { try walk.take(Accept(), by: "li.gang") }
    try walk.reachUnit()
    try walk.answer()
    #expect(throws: PetitionError.self) { try walk.take(Recheck(passed: true, unit: "brigade")) }
    #expect(walk.told.allSatisfy { !$0.json.bytes.contains(bytes: "li.gang") })
  }

  @Test func `a refusal is the second contact, and ends with the file`() throws {
    var walk = try Walk(received: received, reach: .nowhere)
    try walk.take(Refuse(reason: .finalOpinion))
    #expect(walk.petition.contactsDone == 2 && walk.petition.openClocks.map(\.kind) == [.archiving])
    try walk.take(Archive(fileNumber: "3"))
    #expect(walk.petition.openClocks.isEmpty && walk.petition.nextSteps().isEmpty)
  }
}

extension [UInt8] {
  fileprivate func contains(bytes text: String) -> Bool { String(decoding: self, as: UTF8.self).contains(text) }
}
