import Civics
import Contracts
import Hummingbird
import Logging
import Messaging
import Postgres
import Sealing
import ServiceKit

/// Messages, whoever they are for: a page of its own of the table of contents.
struct MessageDesk: Sendable {
  // What comes in.
  let takeMessages = TakeMessages()
  // What machines do.
  let settleMessages = SettleMessages()
  let worker: MessageWorker
  // What time does.
  let advanceMessages: AdvanceMessages
  // What staff do by hand.
  let takeHandDelivery: TakeHandDelivery
  let openHandDelivery: OpenHandDelivery
  let reportHandDelivery: ReportHandDelivery
  // What addressees do.
  let acknowledgeMessage = AcknowledgeMessage()
  let answerInboxItem: AnswerInboxItem
  // Questions of enterprises.
  let announceEnquiry: AnnounceEnquiry
  let openEnquiry: OpenEnquiry
  let takeEnquiryStep: TakeEnquiryStep

  let policy: @Sendable () throws -> MessagePolicy
  private let runner: UnitOfWorkRunner
  private let posts: IdempotentPosts

  /// - Parameter directory: the addressee book.
  init(
    pool: PostgresPool, runner: UnitOfWorkRunner, posts: IdempotentPosts, rules: RuleBook, opener: Opener,
    renderer: MessageRenderer, directory: any ContactDirectory, channels: ChannelTable, pace: Pace, logger: Logger
  ) {
    let policy: @Sendable () throws -> MessagePolicy = { try MessagePolicy(try rules.rules(at: runner.now)) }
    let open = OpenContact(opener: opener)
    worker = MessageWorker(
      pool: pool, runner: runner, policy: policy, directory: directory, channels: channels,
      send: SendMessage(open: open, renderer: renderer, channels: channels, tracer: runner.tracer),
      settle: settleMessages, pace: pace, logger: logger)
    advanceMessages = AdvanceMessages(policy: policy, settle: settleMessages)
    takeHandDelivery = TakeHandDelivery(policy: policy)
    openHandDelivery = OpenHandDelivery(open: open, directory: directory, renderer: renderer)
    reportHandDelivery = ReportHandDelivery(policy: policy, settle: settleMessages, acknowledge: acknowledgeMessage)
    announceEnquiry = AnnounceEnquiry { try rules.rules(at: runner.now).duration(AnnounceEnquiry.rule) }
    openEnquiry = OpenEnquiry(announce: announceEnquiry)
    takeEnquiryStep = TakeEnquiryStep(announce: announceEnquiry)
    answerInboxItem = AnswerInboxItem(open: openEnquiry, acknowledge: acknowledgeMessage)
    self.policy = policy
    self.runner = runner
    self.posts = posts
  }

  var timers: [String: TimerRunner.Handler] {
    let (advance, announce) = (advanceMessages, announceEnquiry)
    return [
      MessageStore.releaseTimer: { try await advance.release($0, work: $1) },
      SettleMessages.escalationTimer: { try await advance.escalate($0, work: $1) },
      SettleMessages.expiryTimer: { try await advance.expire($0, work: $1) },
      AnnounceEnquiry.timer: { try await announce.overdue($0, work: $1) },
    ]
  }

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    HandDeliveryRoutes(
      runner: runner, posts: posts, take: takeHandDelivery, open: openHandDelivery, report: reportHandDelivery
    ).register(on: routes)
    AcknowledgementRoutes(posts: posts, acknowledge: acknowledgeMessage).register(on: routes)
    InboxRoutes(runner: runner, posts: posts, acknowledge: acknowledgeMessage, answer: answerInboxItem)
      .register(on: routes)
    EnquiryRoutes(runner: runner, posts: posts, open: openEnquiry, take: takeEnquiryStep).register(on: routes)
  }
}
