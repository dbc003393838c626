import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import Pages
import Postgres
import ServiceKit
import ServiceLifecycle

/// Scoring (三色积分): the composition root and table of contents.
struct Application: HostedService {
  static let service = ServiceName.scoring
  static let migrations = [
    Migration(
      component: "scoring", number: 1, name: "tables",
      text: String(decoding: PackageResources._001_tables_sql, as: UTF8.self)),
    Migration(
      component: "scoring", number: 2, name: "ledger",
      text: String(decoding: PackageResources._002_ledger_sql, as: UTF8.self)),
    Migration(
      component: "scoring", number: 3, name: "inspection",
      text: String(decoding: PackageResources._003_inspection_sql, as: UTF8.self)),
    Migration(
      component: "scoring", number: 4, name: "lenience",
      text: String(decoding: PackageResources._004_lenience_sql, as: UTF8.self)),
    Migration(
      component: "scoring", number: 5, name: "colours",
      text: String(decoding: PackageResources._005_colours_sql, as: UTF8.self)),
    Migration(
      component: "scoring", number: 6, name: "links",
      text: String(decoding: PackageResources._006_links_sql, as: UTF8.self)),
  ]
  static let configurationAreas: [any ConfigurationArea.Type] = [CodeConfiguration.self, PagesConfiguration.self]

  // What comes in.
  let recordFacts: RecordFacts
  let registerSubjects: RegisterSubjects
  // What staff do.
  let recordOwnFact: RecordOwnFact
  let findSubject: FindSubject
  let listSubjects: ListSubjects
  let listFacts: ListFacts
  let tryRules: TryRules
  // Leniency in penalty cases, law study, repair of credit, objections, reviews, lawsuits.
  let lenience: LenienceDesk
  // What time does.
  let expireScores: ExpireScores
  let followScale: FollowScale
  // What follows: inspections, the positive list, draws, counties, codes.
  let inspections: InspectionDesk
  /// What people look at in a browser.
  let pages: ScoringPages
  // What an operator asks for.
  let publishStates: StatePage
  let recomputeRatings: RecomputeRatings

  private let inbound: FactSubscriptions
  private let runner: UnitOfWorkRunner
  private let posts: IdempotentPosts
  private let rules: RuleBook

  init(resources: ServiceResources) throws {
    let verifier = try TokenVerifier(resources.configuration.authentication, logger: resources.logger)
    try self.init(
      runner: resources.runner, posts: resources.posts, rules: resources.rules, prefix: resources.prefix,
      signer: try CodeConfiguration(resources.reader).signer, settings: try PagesConfiguration(resources.reader),
      check: { try await verifier.verify($0) })
  }

  /// Everything by hand, for tests.
  init(
    runner: UnitOfWorkRunner, posts: IdempotentPosts? = nil, rules: RuleBook, prefix: TopicPrefix,
    signer: CodeSigner = CodeSigner(), settings: PagesConfiguration = PagesConfiguration(),
    check: @escaping PageDesk.TokenCheck = { _ in throw Problem.unauthenticated }
  ) throws {
    let facts = FactStore()
    let ratings = RatingStore()
    let register = SubjectRegister()
    let clock = RatingClock(rules: rules)
    recordFacts = RecordFacts(rules: rules, clock: clock, facts: facts, ratings: ratings)
    registerSubjects = RegisterSubjects(clock: clock, ratings: ratings, register: register)
    recordOwnFact = RecordOwnFact(record: recordFacts)
    findSubject = FindSubject(clock: clock, facts: facts, ratings: ratings, register: register)
    listSubjects = ListSubjects(ratings: ratings, register: register)
    listFacts = ListFacts(facts: facts)
    tryRules = TryRules(clock: clock, facts: facts, ratings: ratings)
    expireScores = ExpireScores(clock: clock, facts: facts, ratings: ratings)
    followScale = FollowScale(clock: clock, expire: expireScores)
    publishStates = StatePage(ratings: ratings)
    recomputeRatings = RecomputeRatings(clock: clock, facts: facts, ratings: ratings, expire: expireScores)
    inspections = InspectionDesk(
      rules: rules, facts: facts, ratings: ratings, record: recordFacts, signer: signer)
    lenience = LenienceDesk(rules: rules, clock: clock, facts: facts, record: recordFacts)
    inbound = FactSubscriptions(
      prefix: prefix, record: recordFacts, register: registerSubjects, follow: inspections.followEvents,
      followCases: lenience.followCases)
    pages = ScoringPages(desk: try ScoringPages.desk(settings: settings, check: check))
    self.runner = runner
    self.posts = posts ?? IdempotentPosts(runner: runner)
    self.rules = rules
  }

  var subscriptions: [Subscription] { inbound.subscriptions }

  var timers: [String: TimerRunner.Handler] {
    let (expireScores, followScale) = (expireScores, followScale)
    return inspections.timers.merging(lenience.timers, uniquingKeysWith: { $1 }).merging(
      [
        RatingClock.timer: { try await expireScores($0, work: $1) },
        FollowScale.timer: { try await followScale($0, work: $1) },
      ], uniquingKeysWith: { $1 })
  }

  var background: [any ServiceLifecycle.Service] {
    [
      ScaleWatch(follow: followScale, runner: runner),
      CalendarWatch(rules: rules, runner: runner, timer: RecountCreditDates.timer),
    ]
  }

  var problemPage: ProblemPage? { pages.desk.problemPage }

  func register(on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>) {
    SubjectRoutes(runner: runner, find: findSubject, list: listSubjects).register(on: routes)
    ColourFigureRoutes(runner: runner).register(on: routes)
    SubjectDeskRoutes(
      posts: posts, runner: runner, find: findSubject, record: recordOwnFact, registerSubjects: registerSubjects
    ).register(on: routes)
    FactRoutes(posts: posts, runner: runner, record: recordOwnFact, list: listFacts).register(on: routes)
    RuleTrialRoutes(runner: runner, trial: tryRules).register(on: routes)
    inspections.register(on: routes, open: open, runner: runner, posts: posts)
    lenience.register(on: routes, runner: runner, posts: posts)
    pages.register(on: open)
  }

  func deadlines(endingBefore soon: Date, on connection: PostgresConnection) async throws -> [DeadlineCount] {
    try await DeadlineCounts.read(endingBefore: soon, on: connection)
  }

  func statePage(after key: String, work: UnitOfWork) async throws -> String? {
    try await publishStates(after: key, work: work)
  }
}
