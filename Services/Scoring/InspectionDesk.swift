import Hummingbird
import Messaging
import ServiceKit

/// What follows from ratings: inspections, the positive list, double-random draws, the scores of counties, 环保码.
struct InspectionDesk: Sendable {
  // What time and events do.
  let followRatings: FollowRatings
  let publishResults: PublishResults
  let endQuarters: EndQuarters
  let followEvents: EventFollower
  // What staff do.
  let keepRegisters: KeepRegisters
  let decideListing: DecideListing
  let prepareDraw: PrepareDraw
  let makeDraw: MakeDraw
  let releaseDraw: ReleaseDraw
  let recordResult: RecordResult
  // What is asked for.
  let scoreCounties: ScoreCounties
  let issueCode: IssueCode

  private let rules: RuleBook

  init(rules: RuleBook, facts: FactStore, ratings: RatingStore, record: RecordFacts, signer: CodeSigner) {
    followRatings = FollowRatings(rules: rules, facts: facts, ratings: ratings)
    publishResults = PublishResults(rules: rules)
    endQuarters = EndQuarters()
    keepRegisters = KeepRegisters(rules: rules)
    decideListing = DecideListing(rules: rules, facts: facts, ratings: ratings)
    prepareDraw = PrepareDraw()
    makeDraw = MakeDraw(rules: rules)
    releaseDraw = ReleaseDraw()
    recordResult = RecordResult(rules: rules, record: record)
    followEvents = EventFollower(match: MatchResults(record: recordResult), count: CountCases())
    scoreCounties = ScoreCounties(rules: rules)
    issueCode = IssueCode(rules: rules, facts: facts, ratings: ratings, signer: signer)
    self.rules = rules
  }

  var timers: [String: TimerRunner.Handler] {
    let (followRatings, publishResults, endQuarters) = (followRatings, publishResults, endQuarters)
    return [
      FollowRatings.changed: { try await followRatings($0, work: $1) },
      FollowRatings.lapsed: { try await followRatings($0, work: $1) },
      PublishResults.timer: { try await publishResults($0, work: $1) },
      EndQuarters.timer: { try await endQuarters($0, work: $1) },
    ]
  }

  func register(
    on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>, runner: UnitOfWorkRunner,
    posts: IdempotentPosts
  ) {
    RegisterRoutes(runner: runner, keep: keepRegisters).register(on: routes)
    PlanRoutes(runner: runner, rules: rules).register(on: routes)
    ListingRoutes(runner: runner, posts: posts, decide: decideListing).register(on: routes)
    DrawRoutes(
      runner: runner, posts: posts, prepare: prepareDraw, make: makeDraw, release: releaseDraw, record: recordResult
    ).register(on: routes)
    DrawVerificationRoutes(runner: runner).register(on: routes)
    PublicDrawRoutes(runner: runner).register(on: open)
    CountyRoutes(runner: runner, score: scoreCounties).register(on: routes)
    CodeRoutes(runner: runner, issue: issueCode).register(on: routes, open: open)
  }
}
