import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import Pages
import Postgres
import ServiceKit
import ServiceLifecycle

/// Compensation (生态环境损害赔偿): the composition root and table of contents.
struct Application: HostedService {
  static let service = ServiceName.compensation
  static let configurationAreas: [any ConfigurationArea.Type] = [PagesConfiguration.self]
  static let migrations = [
    Migration(
      component: "compensation", number: 1, name: "tables",
      text: String(decoding: PackageResources._001_tables_sql, as: UTF8.self)),
    Migration(
      component: "compensation", number: 2, name: "cases",
      text: String(decoding: PackageResources._002_cases_sql, as: UTF8.self)),
    Migration(
      component: "compensation", number: 3, name: "settlement",
      text: String(decoding: PackageResources._003_settlement_sql, as: UTF8.self)),
    Migration(
      component: "compensation", number: 4, name: "money",
      text: String(decoding: PackageResources._004_money_sql, as: UTF8.self)),
    Migration(
      component: "compensation", number: 5, name: "facts",
      text: String(decoding: PackageResources._005_facts_sql, as: UTF8.self)),
    Migration(
      component: "compensation", number: 6, name: "results",
      text: String(decoding: PackageResources._006_results_sql, as: UTF8.self)),
    Migration(
      component: "compensation", number: 7, name: "stages",
      text: String(decoding: PackageResources._007_stages_sql, as: UTF8.self)),
    Migration(
      component: "compensation", number: 8, name: "county due",
      text: String(decoding: PackageResources._008_county_due_sql, as: UTF8.self)),
  ]

  // What comes in.
  let openClues: OpenClues
  let recordPenalties: RecordPenalties
  let recordPayments: RecordPayments
  let noteCrimes: NoteCrimes
  let followCorrections: FollowCorrections
  let recordProofs: RecordProofs
  // What staff do.
  let openOwnClue: OpenOwnClue
  let takeStep: StepTaker
  let listCases: ListCases
  let exportCases: ExportCases
  let findCase: FindCase
  let drawUpPaper: DrawUpPaper
  let settlement: SettlementDesk
  let money: MoneyDesk
  // What the penalty side asks.
  let askGates: AskGates
  // What time does.
  let tendClocks: TendClocks
  let recountDates: RecountDates
  // What an operator asks for.
  let publishStates: StatePage

  private let inbound: CaseSubscriptions
  /// What people look at in a browser.
  let pages: CompensationPages

  private let runner: UnitOfWorkRunner
  private let posts: IdempotentPosts
  private let rules: RuleBook
  private let upkeep: [any ServiceLifecycle.Service]

  init(resources: ServiceResources) throws {
    let verifier = try TokenVerifier(resources.configuration.authentication, logger: resources.logger)
    try self.init(
      runner: resources.runner, posts: resources.posts, rules: resources.rules, prefix: resources.prefix,
      settings: try PagesConfiguration(resources.reader), check: { try await verifier.verify($0) },
      upkeep: [FigureFolding.ofBooks(pool: resources.pool, logger: resources.logger)])
  }

  /// Everything by hand, for tests.
  init(
    runner: UnitOfWorkRunner, posts: IdempotentPosts? = nil, rules: RuleBook, prefix: TopicPrefix,
    settings: PagesConfiguration = PagesConfiguration(),
    check: @escaping PageDesk.TokenCheck = { _ in throw Problem.unauthenticated },
    upkeep: [any ServiceLifecycle.Service] = []
  ) throws {
    let cases = CaseStore()
    // Parts that keep something up beside the cases are told of every change here.
    let match = MatchWaitingMoney(
      assign: AssignWaitingMoney(cases: cases, write: CaseWriter(rules: rules, cases: cases)))
    let write = CaseWriter(rules: rules, cases: cases, followers: [RestorationFollower(), match])
    openClues = OpenClues(rules: rules, cases: cases, write: write)
    recordPenalties = RecordPenalties(cases: cases, write: write)
    recordPayments = RecordPayments(rules: rules, cases: cases, write: write)
    noteCrimes = NoteCrimes(cases: cases, write: write)
    followCorrections = FollowCorrections(cases: cases, write: write, noteCrimes: noteCrimes)
    recordProofs = RecordProofs(rules: rules, cases: cases, write: write)
    openOwnClue = OpenOwnClue(open: openClues)
    takeStep = StepTaker(rules: rules, cases: cases, write: write)
    listCases = ListCases(cases: cases)
    exportCases = ExportCases(list: listCases)
    findCase = FindCase(cases: cases)
    drawUpPaper = DrawUpPaper(rules: rules)
    settlement = SettlementDesk(rules: rules, cases: cases, write: write, take: takeStep)
    money = MoneyDesk(rules: rules, cases: cases, write: write, take: takeStep, list: listCases)
    askGates = AskGates(rules: rules, cases: cases)
    tendClocks = TendClocks(cases: cases, write: write)
    recountDates = RecountDates(rules: rules, cases: cases, write: write)
    publishStates = StatePage(cases: cases)
    inbound = CaseSubscriptions(
      prefix: prefix, open: openClues, penalties: recordPenalties, payments: recordPayments, crimes: noteCrimes,
      corrections: followCorrections, proofs: recordProofs)
    let accountRegion = { @Sendable in
      try? AccountRules(try rules.rules(at: runner.now), calendar: rules.calendar).region
    }
    pages = CompensationPages(
      desk: try CompensationPages.desk(settings: settings, accountRegion: accountRegion, check: check),
      now: { runner.now })
    self.runner = runner
    self.posts = posts ?? IdempotentPosts(runner: runner)
    self.rules = rules
    self.upkeep = upkeep
  }

  var subscriptions: [Subscription] { inbound.subscriptions }

  var timers: [String: TimerRunner.Handler] {
    let (tendClocks, recountDates) = (tendClocks, recountDates)
    return money.timers.merging(
      [
        CaseTimers.name: { try await tendClocks($0, work: $1) },
        RecountDates.timer: { try await recountDates($0, work: $1) },
      ], uniquingKeysWith: { $1 })
  }

  var background: [any ServiceLifecycle.Service] {
    upkeep + [CalendarWatch(rules: rules, runner: runner, timer: RecountDates.timer)]
  }

  var problemPage: ProblemPage? { pages.desk.problemPage }

  func register(on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>) {
    CaseRoutes(runner: runner, rules: rules, list: listCases, find: findCase, export: exportCases).register(on: routes)
    StepRoutes(posts: posts, take: takeStep).register(on: routes)
    ClueRoutes(posts: posts, open: openOwnClue).register(on: routes)
    GateRoutes(runner: runner, ask: askGates).register(on: routes)
    PaperRoutes(runner: runner, cases: CaseStore(), draw: drawUpPaper).register(on: routes)
    FlowRoutes(runner: runner, rules: rules).register(on: routes)
    settlement.register(on: routes, runner: runner, posts: posts)
    money.register(on: routes, runner: runner, posts: posts)
    pages.register(on: open)
  }

  /// Templates that cannot be read do not come into force.
  static func check(_ rules: RuleBook) throws { try DrawUpPaper.check(rules, at: Date()) }

  func deadlines(endingBefore soon: Date, on connection: PostgresConnection) async throws -> [DeadlineCount] {
    try await DeadlineCounts.read(endingBefore: soon, on: connection)
  }

  func statePage(after key: String, work: UnitOfWork) async throws -> String? {
    try await publishStates(after: key, work: work)
  }
}
