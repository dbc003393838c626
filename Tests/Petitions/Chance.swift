import Contracts
import FoundationEssentials

@testable import Petitions

/// Random steps with random bodies, the same for the same seed (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }
  mutating func coin() -> Bool { next() & 1 == 0 }

  /// Mostly one whose turn it is, at times any.
  mutating func step(for petition: Petition, at now: Date) -> StepName {
    let turns = petition.nextSteps(at: now)
    let name = turns.isEmpty || number(0...5) == 0 ? pick(StepName.allCases) : pick(turns)
    // A refusal ends the way early: few of them will do.
    return name == .refuse && number(0...9) > 0 ? .accept : name
  }

  /// Takes a step with a body that mostly makes sense.
  mutating func take(_ name: StepName, on walk: inout Walk) throws {
    let (petition, now) = (walk.petition, walk.now)
    let units = ["eco-360400", "eco-360481", "eco-360482", "eco-360000", "brigade"]
    switch name {
    case .accept: try walk.take(Accept(procedure: pick(PetitionProcedure.allCases), isComplex: coin()))
    case .refuse: try walk.take(Refuse(reason: pick(RefusalReason.allCases), referredTo: "县"))
    case .assign: try walk.take(Assign(lead: pick(units), assisting: ["HOUSING_CONSTRUCTION"]))
    case .transfer: try walk.take(Transfer(to: pick(units), toRegion: "360481", isSupervised: coin()))
    case .takeOver: try walk.take(TakeOver())
    case .object: try walk.take(Object(reason: pick(ObjectionReason.allCases)))
    case .decideObjection: try walk.take(DecideObjection(upheld: coin(), decidedBy: pick(ObjectionDecider.allCases)))
    case .investigate: try walk.take(Investigate(startedAt: coin() ? petition.receivedAt : nil))
    case .handle:
      let found = coin() ? [Handle.Report(siteName: "厂", factCodes: ["SANLUANWU"])] : []
      try walk.take(Handle(outcome: pick(HandlingOutcome.allCases), findings: found))
    case .verify: try walk.take(Verify(verified: coin()))
    case .conclude:
      try walk.take(
        Conclude(
          verdict: pick(PetitionVerdict.allCases), documentNumber: "九1",
          contents: ["REQUEST", "FACTS_AND_REASONS", "OPINION", "LEGAL_BASIS"], legalBasis: "环境保护法"))
    case .recheck: try walk.take(Recheck(passed: number(0...3) > 0, unit: pick(units)))
    case .publish: try walk.take(Publish(published: false, reason: .confidential))
    case .callBack: try walk.take(CallBack(reached: true, satisfied: coin()))
    case .contact: try walk.take(RecordContact(number: number(1...3), outcome: .reached, channel: .phone))
    case .summarise: try walk.take(Summarise(text: "小区管网堵塞。"))
    case .approveSummary: try walk.take(ApproveSummary())
    case .archive: try walk.take(Archive(fileNumber: "1"))
    case .reopen: try walk.take(Reopen(reason: pick(ReopenReason.allCases)))
    case .requestReview: try walk.take(RequestReview(unit: pick(units)))
    case .decideReview: try walk.take(DecideReview(verdict: pick(ReviewVerdict.allCases), documentNumber: "查1"))
    case .extend: try walk.take(Extend(days: number(1...31), reason: pick(ExtensionReason.allCases)))
    case .pause: try walk.take(PauseClocks(reason: pick(PauseReason.allCases)))
    case .resume: try walk.take(ResumeClocks())
    case .supervise:
      try walk.take(Supervise(level: pick(SupervisionLevel.allCases), reason: pick(SupervisionReason.allCases)))
    case .liftSupervision: try walk.take(LiftSupervision(answer: "已整改"))
    case .referToPolice: try walk.take(ReferToPolice(authority: "公安局", article: "刑法第三百三十八条", documentNumber: "移1"))
    case .policeAnswer: try walk.take(RecordPoliceAnswer(filed: coin()))
    case .hear: try walk.take(Hear(startedAt: now.addingTimeInterval(-86_400), endedAt: now))
    case .settle: try walk.take(Settle(mode: pick(SettlementMode.allCases), documentNumber: "调1"))
    case .nameLeader: try walk.take(NameLeader(leader: "li.li"))
    case .visitSite: try walk.take(VisitSite(outcome: pick(SiteVisitOutcome.allCases), leader: "li.li"))
    case .notice:
      let kind = petition.file.notices.last { !$0.isDone }?.kind ?? pick(NoticeKind.allCases)
      try walk.take(RecordNotice(notice: kind, outcome: pick(ContactOutcome.allCases), channel: .phone))
    case .readmit: try walk.take(ReadmitStaff(person: petition.file.withdrawn.first ?? "p0", reason: "已无利害关系"))
    case .withdraw: try walk.take(WithdrawStaff(person: "p\(number(0...9))", reason: "亲属"))
    }
  }
}
