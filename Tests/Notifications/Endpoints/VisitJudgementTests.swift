import FoundationEssentials
import Testing

@testable import Notifications

@Suite("What follows from a visit")
struct VisitJudgementTests {
  private static let now = Date(timeIntervalSince1970: 1_800_000_000)

  private static func attempt(
    _ verdict: WebhookVerdict, round: Int = 0, took: Duration = .milliseconds(20)
  ) -> DeliveryAttempt {
    DeliveryAttempt(
      delivery: DueDelivery(
        id: UUID(), subject: "s", attempts: round, round: round, replays: 0, type: "t", body: []),
      verdict: verdict, took: took, endedAt: now)
  }

  private static let failed = attempt(.failed(status: 500, failure: "status", rest: nil))

  private static let policy: DeliveryPolicy = {
    var policy = DeliveryPolicy(
      schedule: RetrySchedule(waits: [.seconds(60), .seconds(600)]), timeout: .seconds(1),
      disableAfter: .seconds(7_200))
    policy.warnAfter = .seconds(3_600)
    policy.circuit = CircuitPolicy(failures: 3, rests: [.seconds(30), .seconds(90)])
    return policy
  }()

  private static func judge(
    _ attempts: [DeliveryAttempt], _ health: EndpointHealth = EndpointHealth(), at now: Date = now
  ) -> VisitJudgement {
    VisitJudgement(attempts, health: health, policy: policy, now: now, jitter: { 0 })
  }

  @Test func `each attempt has its fate, by the schedule`() {
    let judged = Self.judge([
      Self.attempt(.delivered(status: 204)), Self.failed,
      Self.attempt(.failed(status: 429, failure: "status", rest: .seconds(300)), round: 1),
      Self.attempt(.failed(status: 500, failure: "status", rest: nil), round: 2),
    ])
    #expect(judged.fates == [.delivered, .retried(after: .seconds(60)), .retried(after: .seconds(600)), .exhausted])
    #expect(judged.health.failures == 3 && judged.health.failingSince == Self.now)
  }

  @Test func `a circuit opens after so many failures in a row, rests, tries once, and rests longer`() {
    var health = Self.judge([Self.failed, Self.failed]).health
    #expect(health.circuit(Self.policy.circuit, at: Self.now) == .closed && health.restUntil == nil)
    // Those that were under way together open it once.
    health = Self.judge([Self.failed, Self.failed, Self.failed], health).health
    #expect(health.openings == 1 && health.restUntil == Self.now.addingTimeInterval(30))
    #expect(health.circuit(Self.policy.circuit, at: Self.now) == .open)
    let later = Self.now.addingTimeInterval(31)
    #expect(health.circuit(Self.policy.circuit, at: later) == .halfOpen)
    health = Self.judge([Self.failed], health, at: later).health
    #expect(health.openings == 2 && health.restUntil == later.addingTimeInterval(90))
    let still = later.addingTimeInterval(91)
    health = Self.judge([Self.failed], health, at: still).health
    #expect(health.openings == 3 && health.restUntil == still.addingTimeInterval(90))
    let mended = Self.judge([Self.attempt(.delivered(status: 200))], health, at: still.addingTimeInterval(91)).health
    #expect(mended == EndpointHealth())
  }

  @Test func `one success in between closes it, and our own fault does not count`() {
    let judged = Self.judge([
      Self.failed, Self.failed, Self.attempt(.delivered(status: 200)), Self.failed,
      Self.attempt(.unsendable(failure: "payload-too-large")),
    ])
    #expect(judged.health.failures == 1 && judged.health.restUntil == nil)
    #expect(judged.fates.last == .exhausted)
  }

  @Test func `the owner is warned once, and then it is switched off`() {
    var health = EndpointHealth(failingSince: Self.now.addingTimeInterval(-3_599), failures: 1)
    #expect(!Self.judge([Self.failed], health).warns)
    health.failingSince = Self.now.addingTimeInterval(-3_600)
    let warned = Self.judge([Self.failed], health)
    #expect(warned.warns && warned.disables == nil && warned.health.warnedAt == Self.now)
    #expect(!Self.judge([Self.failed], warned.health).warns)
    health = warned.health
    health.failingSince = Self.now.addingTimeInterval(-7_200)
    let over = Self.judge([Self.failed], health)
    #expect(over.disables == .failing && !over.warns)
  }

  @Test func `410 ends the endpoint and leaves the delivery waiting`() {
    let judged = Self.judge([Self.attempt(.delivered(status: 200)), Self.attempt(.gone)])
    #expect(judged.fates == [.delivered, .waits] && judged.disables == .gone)
  }

  @Test func `slow is who takes more than a second on average`() {
    #expect(!Self.judge([Self.failed]).isSlow)
    #expect(Self.judge([Self.attempt(.delivered(status: 200), took: .milliseconds(1_200))]).isSlow)
    let mixed = [Self.attempt(.delivered(status: 200), took: .milliseconds(1_500)), Self.failed]
    #expect(!Self.judge(mixed).isSlow)
  }
}
