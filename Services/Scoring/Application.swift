import Contracts
import Hummingbird
import Messaging
import Postgres
import ServiceKit

/// Scoring (三色积分): the composition root and table of contents.
struct Application: HostedService {
  static let service = ServiceName.scoring
  static let migrations = [
    Migration(
      component: "scoring", number: 1, name: "tables",
      text: String(decoding: PackageResources._001_tables_sql, as: UTF8.self))
  ]

  // What comes in.
  let recordFacts: RecordFacts
  // What staff do.
  let recordOwnFact: RecordOwnFact
  let findSubject: FindSubject
  let listSubjects: ListSubjects
  // What time does.
  let expireScores: ExpireScores
  // What an operator asks for.
  let publishStates: StatePage

  private let inbound: FactSubscriptions
  private let runner: UnitOfWorkRunner
  private let posts: IdempotentPosts

  init(resources: ServiceResources) throws {
    self.init(runner: resources.runner, posts: resources.posts, rules: resources.rules, prefix: resources.prefix)
  }

  /// Everything by hand, for tests.
  init(runner: UnitOfWorkRunner, posts: IdempotentPosts? = nil, rules: RuleBook, prefix: TopicPrefix) {
    let facts = FactStore()
    let ratings = RatingStore()
    let clock = RatingClock(rules: rules)
    recordFacts = RecordFacts(rules: rules, clock: clock, facts: facts, ratings: ratings)
    recordOwnFact = RecordOwnFact(record: recordFacts)
    findSubject = FindSubject(rules: rules, facts: facts, ratings: ratings)
    listSubjects = ListSubjects(ratings: ratings)
    expireScores = ExpireScores(clock: clock, facts: facts, ratings: ratings)
    publishStates = StatePage(ratings: ratings)
    inbound = FactSubscriptions(prefix: prefix, record: recordFacts)
    self.runner = runner
    self.posts = posts ?? IdempotentPosts(runner: runner)
  }

  var subscriptions: [Subscription] { inbound.subscriptions }

  var timers: [String: TimerRunner.Handler] {
    let expireScores = expireScores
    return [RatingClock.timer: { try await expireScores($0, work: $1) }]
  }

  func register(on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>) {
    SubjectRoutes(runner: runner, find: findSubject, list: listSubjects).register(on: routes)
    FactRoutes(posts: posts, record: recordOwnFact).register(on: routes)
  }

  func statePage(after key: String, work: UnitOfWork) async throws -> String? {
    try await publishStates(after: key, work: work)
  }
}
