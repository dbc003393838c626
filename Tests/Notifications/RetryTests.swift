import FoundationEssentials
import ServiceKit
import Testing

@testable import Notifications

@Suite("Retries")
struct RetryTests {
  private let schedule = RetrySchedule(waits: [.seconds(5), .seconds(300)])

  @Test func `each attempt has its wait, then there is no more`() {
    #expect(schedule.wait(after: 1, jitter: 0) == .seconds(5))
    #expect(schedule.wait(after: 2, jitter: 0) == .seconds(300))
    #expect(schedule.wait(after: 3, jitter: 0) == nil)
    #expect(schedule.wait(after: 0, jitter: 0) == nil)
  }

  @Test func `jitter adds a fifth at most, and never shortens`() {
    #expect(schedule.wait(after: 2, jitter: 1) == .seconds(360))
    #expect(schedule.wait(after: 2, jitter: 7) == .seconds(360))
    #expect(schedule.wait(after: 2, jitter: -1) == .seconds(300))
  }

  @Test func `what the receiver asks for is waited, when it is longer`() {
    #expect(schedule.wait(after: 1, asked: .seconds(60), jitter: 0) == .seconds(60))
    #expect(schedule.wait(after: 2, asked: .seconds(60), jitter: 0) == .seconds(300))
  }

  @Test func `Retry-After is read as seconds or as a date`() {
    let now = Date(timeIntervalSince1970: 784_111_777)  // Sun, 06 Nov 1994 08:49:37 GMT
    #expect(RetryAfter.wait("120", now: now) == .seconds(120))
    #expect(RetryAfter.wait("Sun, 06 Nov 1994 08:51:37 GMT", now: now) == .seconds(120))
    #expect(RetryAfter.wait("Sun, 06 Nov 1994 08:00:00 GMT", now: now) == .zero)
    #expect(RetryAfter.wait("99999999999999999999", now: now) == RetryAfter.longest)
    for text in ["", "-1", "1.5", "soon", "Sun, 06 Nov 1994", "Sun, 36 Nov 1994 08:51:37 GMT"] {
      #expect(RetryAfter.wait(text, now: now) == nil)
    }
  }

  @Test func `2xx alone is success, 410 ends it, a redirect is a failure`() {
    #expect(WebhookVerdict(status: 200, retryAfter: nil) == .delivered(status: 200))
    #expect(WebhookVerdict(status: 299, retryAfter: nil) == .delivered(status: 299))
    #expect(
      WebhookVerdict(status: 302, retryAfter: .seconds(9)) == .failed(status: 302, failure: "redirected", rest: nil))
    #expect(WebhookVerdict(status: 404, retryAfter: .seconds(9)) == .failed(status: 404, failure: "status", rest: nil))
    #expect(
      WebhookVerdict(status: 429, retryAfter: .seconds(9)) == .failed(status: 429, failure: "status", rest: .seconds(9))
    )
    #expect(WebhookVerdict(status: 410, retryAfter: nil) == .gone)
  }

  @Test func `an endpoint that does not answer is left alone for longer each time, a minute at most`() {
    let rests = [0, 1, 5, 60].map { failures -> Duration? in
      if case .failed(_, _, let rest) = WebhookVerdict.unanswered("timeout", failures: failures) { rest } else { nil }
    }
    #expect(rests == [.seconds(1), .seconds(2), .seconds(32), .seconds(60)])
  }

  @Test func `the numbers stand in the rule packs`() throws {
    let policy = try DeliveryPolicy(try Fixtures.ruleBook().rules(at: Date(timeIntervalSince1970: 1_767_225_600)))
    #expect(policy.schedule.waits.first == .seconds(5) && policy.schedule.waits.count == 7)
    #expect(policy.disableAfter == .seconds(120 * 3600))
    let now = Date(timeIntervalSince1970: 1_000_000)
    #expect(policy.givesUp(failingSince: now.addingTimeInterval(-120 * 3600), now: now))
    #expect(!policy.givesUp(failingSince: now.addingTimeInterval(-119 * 3600), now: now))
    #expect(!policy.givesUp(failingSince: nil, now: now))
  }
}
