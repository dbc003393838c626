import Contracts
import Hummingbird
import Messaging
import Postgres
import ServiceKit

/// Compensation (生态环境损害赔偿): the composition root and table of contents.
struct Application: HostedService {
  static let service = ServiceName.compensation
  static let migrations = [
    Migration(
      component: "compensation", number: 1, name: "tables",
      text: String(decoding: PackageResources._001_tables_sql, as: UTF8.self))
  ]

  // What comes in.
  let openClues: OpenClues
  let recordPenalties: RecordPenalties
  let recordPayments: RecordPayments
  // What staff do.
  let openOwnClue: OpenOwnClue
  let takeStep: StepTaker
  let listCases: ListCases
  let findCase: FindCase
  // What time does.
  let findUnchecked: FindOverdue
  let findUnclosed: FindOverdue
  // What an operator asks for.
  let publishStates: StatePage

  private let inbound: CaseSubscriptions
  private let runner: UnitOfWorkRunner
  private let posts: IdempotentPosts

  init(resources: ServiceResources) throws {
    self.init(runner: resources.runner, posts: resources.posts, rules: resources.rules, prefix: resources.prefix)
  }

  /// Everything by hand, for tests.
  init(runner: UnitOfWorkRunner, posts: IdempotentPosts? = nil, rules: RuleBook, prefix: TopicPrefix) {
    let cases = CaseStore()
    openClues = OpenClues(rules: rules, cases: cases)
    recordPenalties = RecordPenalties()
    recordPayments = RecordPayments(cases: cases)
    openOwnClue = OpenOwnClue(open: openClues)
    takeStep = StepTaker(rules: rules, cases: cases)
    listCases = ListCases(cases: cases)
    findCase = FindCase(cases: cases)
    findUnchecked = FindOverdue(kind: .check, cases: cases)
    findUnclosed = FindOverdue(kind: .close, cases: cases)
    publishStates = StatePage(cases: cases)
    inbound = CaseSubscriptions(
      prefix: prefix, open: openClues, penalties: recordPenalties, payments: recordPayments)
    self.runner = runner
    self.posts = posts ?? IdempotentPosts(runner: runner)
  }

  var subscriptions: [Subscription] { inbound.subscriptions }

  var timers: [String: TimerRunner.Handler] {
    let findUnchecked = findUnchecked
    let findUnclosed = findUnclosed
    return [
      CaseTimers.name(.check): { try await findUnchecked($0, work: $1) },
      CaseTimers.name(.close): { try await findUnclosed($0, work: $1) },
    ]
  }

  func register(on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>) {
    CaseRoutes(runner: runner, list: listCases, find: findCase).register(on: routes)
    StepRoutes(posts: posts, take: takeStep).register(on: routes)
    ClueRoutes(posts: posts, open: openOwnClue).register(on: routes)
  }

  func statePage(after key: String, work: UnitOfWork) async throws -> String? {
    try await publishStates(after: key, work: work)
  }
}
