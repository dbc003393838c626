import Hummingbird
import Messaging
import ServiceKit

/// Damage, insurance, the one account, tables and figures: a page of its own of the table of contents.
struct MoneyDesk: Sendable {
  // Damage.
  let calculateDamage: CalculateDamage
  let assessDamage: AssessDamage
  // Insurance.
  let keepPolicy = KeepPolicy()
  let fileClaim: FileClaim
  let takeClaimStep: TakeClaimStep
  let findOverdueClaims: FindOverdueClaims
  // The one account.
  let assignWaitingMoney: AssignWaitingMoney
  let payOut: PayOut
  let reverseEntry: ReverseEntry
  let approveProject = ApproveProject()
  let spendOnProject: SpendOnProject
  let endYears: EndYears
  let closeYear: CloseYear
  let auditYear = AuditYear()
  let findOverdueAudits = FindOverdueAudits()
  // Tables and figures.
  let compileFigures: CompileCaseFigures
  let completeCountyTable = CompleteCountyTable()
  let issuePlan = IssuePlan()
  let followPlan: FollowPlan
  let issueDispatch: IssueDispatch

  private let rules: RuleBook
  private let cases: CaseStore
  private let listCases: ListCases

  init(rules: RuleBook, cases: CaseStore, write: CaseWriter, take: StepTaker, list: ListCases) {
    calculateDamage = CalculateDamage(rules: rules)
    assessDamage = AssessDamage(calculate: calculateDamage, take: take)
    fileClaim = FileClaim(take: take)
    takeClaimStep = TakeClaimStep(rules: rules, cases: cases, write: write)
    findOverdueClaims = FindOverdueClaims(cases: cases, write: write)
    assignWaitingMoney = AssignWaitingMoney(cases: cases, write: write)
    payOut = PayOut(cases: cases, write: write)
    reverseEntry = ReverseEntry(cases: cases, write: write)
    spendOnProject = SpendOnProject(cases: cases)
    endYears = EndYears(rules: rules)
    closeYear = CloseYear(rules: rules)
    compileFigures = CompileCaseFigures(rules: rules)
    followPlan = FollowPlan(compile: compileFigures)
    issueDispatch = IssueDispatch(rules: rules)
    self.rules = rules
    self.cases = cases
    listCases = list
  }

  var timers: [String: TimerRunner.Handler] {
    let (claims, years, audits, dispatch) = (findOverdueClaims, endYears, findOverdueAudits, issueDispatch)
    return [
      TakeClaimStep.timer: { try await claims($0, work: $1) },
      EndYears.timer: { try await years($0, work: $1) },
      FindOverdueAudits.timer: { try await audits($0, work: $1) },
      IssueDispatch.timer: { try await dispatch($0, work: $1) },
    ]
  }

  func register(on routes: RouterGroup<ServiceRequestContext>, runner: UnitOfWorkRunner, posts: IdempotentPosts) {
    DamageRoutes(runner: runner, posts: posts, calculate: calculateDamage, assess: assessDamage, cases: cases)
      .register(on: routes)
    PolicyRoutes(runner: runner, posts: posts, keep: keepPolicy).register(on: routes)
    CoverRoutes(runner: runner).register(on: routes)
    ClaimRoutes(runner: runner, posts: posts, file: fileClaim, take: takeClaimStep).register(on: routes)
    AccountRoutes(runner: runner, posts: posts, rules: rules, reverse: reverseEntry).register(on: routes)
    MoneyRoutes(runner: runner, posts: posts, assign: assignWaitingMoney, pay: payOut).register(on: routes)
    ProjectRoutes(runner: runner, posts: posts, approve: approveProject, spend: spendOnProject).register(on: routes)
    YearRoutes(runner: runner, posts: posts, close: closeYear, audit: auditYear).register(on: routes)
    CaseFigureRoutes(runner: runner, compile: compileFigures).register(on: routes)
    PlanRoutes(runner: runner, issue: issuePlan, follow: followPlan).register(on: routes)
    DispatchRoutes(runner: runner).register(on: routes)
    CountyTableRoutes(runner: runner, list: listCases, complete: completeCountyTable).register(on: routes)
  }
}
