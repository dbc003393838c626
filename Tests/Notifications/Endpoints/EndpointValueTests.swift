import Contracts
import FoundationEssentials
import Testing

@testable import Notifications

@Suite("Pace, times, handshakes and progress of endpoints")
struct EndpointValueTests {
  private let now = Date(timeIntervalSince1970: 1_800_000_000)

  @Test func `a pace spreads requests evenly and saves nothing up`() {
    var pace = RequestPace(perMinute: 120, nextSlot: nil)
    #expect(pace.wait(at: now) == .zero)
    pace.take(at: now)
    #expect(pace.wait(at: now) == .milliseconds(500))
    pace.take(at: now)
    #expect(pace.wait(at: now) == .seconds(1))
    // After an idle hour there is one slot, not thousands.
    let later = now.addingTimeInterval(3_600)
    #expect(pace.wait(at: later) == .zero)
    pace.take(at: later)
    #expect(pace.wait(at: later) == .milliseconds(500))
    var free = RequestPace(perMinute: nil, nextSlot: now.addingTimeInterval(9))
    free.take(at: now)
    #expect(free.wait(at: now) == .zero && free.nextSlot == nil)
  }

  @Test func `the slower of what is wished and what is allowed counts`() {
    #expect(EndpointSettings(perMinute: 60).rate(allowed: nil) == 60)
    #expect(EndpointSettings(perMinute: 60).rate(allowed: 30) == 30)
    #expect(EndpointSettings(perMinute: 60).rate(allowed: 600) == 60)
    #expect(EndpointSettings().rate(allowed: 30) == 30)
    #expect(EndpointSettings().rate(allowed: nil) == nil)
  }

  @Test func `percentiles are the upper ends of buckets, and hours add up`() throws {
    var times = ResponseTimes()
    #expect(times.percentile(0.5) == nil)
    for milliseconds in [1, 9, 10, 11, 200, 90_000] { times.add(milliseconds: milliseconds) }
    #expect(times.percentile(0.5) == 10 && times.percentile(0.6) == 25 && times.percentile(0.8) == 250)
    #expect(times.percentile(0.99) == nil)
    var sum = try #require(ResponseTimes(times.counts))
    sum.add(times)
    #expect(sum.total == 12 && sum.percentile(0.5) == 10)
    #expect(ResponseTimes([1, 2]) == nil)
  }

  @Test(
    arguments: [
      (200, "*", nil, Handshake.allowed(perMinute: nil)), (204, "ecoredress.example", "*", .allowed(perMinute: nil)),
      (200, "other.example, EcoRedress.Example", "90", .allowed(perMinute: 90)),
      (200, "*", "100000000", .allowed(perMinute: 60_000)),
    ] as [(Int, String, String?, Handshake)])
  func `an endpoint says that it wants our events`(
    status: Int, origin: String, rate: String?, expected: Handshake
  ) {
    #expect(
      Handshake(status: status, allowedOrigin: origin, allowedRate: rate, origin: "ecoredress.example") == expected)
  }

  @Test(
    arguments: [
      (404, "*", nil), (302, "*", nil), (200, nil, nil), (200, "other.example", nil), (200, "", nil), (200, "*", "0"),
      (200, "*", "-3"), (200, "*", "many"),
    ] as [(Int, String?, String?)])
  func `or it does not`(status: Int, origin: String?, rate: String?) {
    let read = Handshake(status: status, allowedOrigin: origin, allowedRate: rate, origin: "ecoredress.example")
    guard case .refused = read else {
      Issue.record("\(read)")
      return
    }
  }

  @Test func `progress is written and read back, and other things are not taken for it`() throws {
    var progress = ReplayProgress(ordinal: 7)
    #expect(ReplayProgress(progress.json) == progress && progress.open == nil)
    progress.stretches = ["petitions/0": .init(next: 5, end: 5), "scores/1": .init(next: 3, end: 9)]
    #expect(ReplayProgress(progress.json) == progress && progress.open == "scores/1")
    #expect(ReplayProgress(["stretches": ["scores/1": [1]]]) == nil)
  }
}
