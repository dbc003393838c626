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
    runMonthlyChecks = RunMonthlyChecks(rules: rules)
    recordInspection = RecordInspection(rules: rules, gather: gatherFinding)
    compileDigests = CompileDigests(rules: rules)
    decideReward = DecideReward(rules: rules, petitions: petitions)
    settleReward = SettleReward(petitions: petitions)
    self.rules = rules
  }

  var timers: [String: TimerRunner.Handler] {
    let (letters, checks, digests, rewards) = (findOverdueLetters, runMonthlyChecks, compileDigests, settleReward)
    return [
      LetterTaker.timer: { try await letters($0, work: $1) },
      RunMonthlyChecks.timer: { try await checks($0, work: $1) },
      CompileDigests.timer: { try await digests($0, work: $1) },
      DecideReward.claimTimer: { try await rewards.lapse($0, work: $1) },
    ]
  }

  func register(on routes: RouterGroup<ServiceRequestContext>, runner: UnitOfWorkRunner) {
    FigureRoutes(runner: runner, rules: rules, compile: compileFigures).register(on: routes)
    StaffRecordRoutes(runner: runner, keep: keepStaffRecord, withdraw: withdrawStaffRecord).register(on: routes)
    LetterRoutes(runner: runner, write: writeLetter, take: takeLetterStep).register(on: routes)
    CheckRoutes(runner: runner, inspect: recordInspection).register(on: routes)
    DigestRoutes(runner: runner).register(on: routes)
    RewardRoutes(runner: runner, decide: decideReward, settle: settleReward).register(on: routes)
  }
}
