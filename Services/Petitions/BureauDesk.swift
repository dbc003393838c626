import Hummingbird
import Messaging
import ServiceKit

/// What the bureau does beside petitions: the second page of the table of contents.
struct BureauDesk: Sendable {
  // What is counted.
  let compileFigures = CompileFigures()
  let keepStaffRecord: KeepStaffRecord
  let withdrawStaffRecord = WithdrawStaffRecord()
  // Letters to county bureaus.
  let gatherFinding = GatherFinding()
  let writeLetter: WriteLetter
  let takeLetterStep: LetterTaker
  let findOverdueLetters: FindOverdueLetters
  // Field checks by draw.
  let runMonthlyChecks: RunMonthlyChecks
  let drawMonthlySample: DrawMonthlySample
  let contributeSeed: ContributeSeed
  let recordInspection: RecordInspection
  // Every morning.
  let compileDigests: CompileDigests
  // Rewards for reports.
  let decideReward: DecideReward
  let settleReward: SettleReward

  private let rules: RuleBook

  init(rules: RuleBook, petitions: PetitionStore) {
    keepStaffRecord = KeepStaffRecord(petitions: petitions)
    writeLetter = WriteLetter(rules: rules)
    takeLetterStep = LetterTaker(rules: rules)
    findOverdueLetters = FindOverdueLetters(rules: rules)
    drawMonthlySample = DrawMonthlySample(rules: rules)
    runMonthlyChecks = RunMonthlyChecks(rules: rules, draw: drawMonthlySample)
    contributeSeed = ContributeSeed(draw: drawMonthlySample)
    recordInspection = RecordInspection(rules: rules, gather: gatherFinding)
    compileDigests = CompileDigests(rules: rules)
    decideReward = DecideReward(rules: rules, petitions: petitions)
    settleReward = SettleReward(petitions: petitions)
    self.rules = rules
  }

  var timers: [String: TimerRunner.Handler] {
    let (letters, checks, digests, rewards) = (findOverdueLetters, runMonthlyChecks, compileDigests, settleReward)
    let draw = drawMonthlySample
    return [
      LetterTaker.timer: { try await letters($0, work: $1) },
      RunMonthlyChecks.timer: { try await checks($0, work: $1) },
      DrawMonthlySample.timer: { try await draw($0, work: $1) },
      CompileDigests.timer: { try await digests($0, work: $1) },
      DecideReward.claimTimer: { try await rewards.lapse($0, work: $1) },
    ]
  }

  func register(on routes: RouterGroup<ServiceRequestContext>, runner: UnitOfWorkRunner, posts: IdempotentPosts) {
    FigureRoutes(runner: runner, rules: rules, compile: compileFigures).register(on: routes)
    StaffRecordRoutes(runner: runner, posts: posts, keep: keepStaffRecord, withdraw: withdrawStaffRecord).register(
      on: routes)
    LetterRoutes(runner: runner, posts: posts, write: writeLetter, take: takeLetterStep).register(on: routes)
    CheckRoutes(runner: runner, posts: posts, inspect: recordInspection, contribute: contributeSeed).register(
      on: routes)
    DigestRoutes(runner: runner).register(on: routes)
    RewardRoutes(runner: runner, posts: posts, decide: decideReward, settle: settleReward).register(on: routes)
  }
}
