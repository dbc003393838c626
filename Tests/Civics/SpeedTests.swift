import Civics
import Testing

/// Bounds far above what an optimised build needs, so that only a change of order fails them, on slow machines too.
@Suite(.serialized) struct SpeedTests {
  private func measure(_ name: String, _ count: Int, _ body: (Int) throws -> Int) rethrows -> Duration {
    var sum = 0
    let clock = ContinuousClock()
    let start = clock.now
    for index in 0..<count { sum &+= try body(index) }
    let each = (clock.now - start) / count
    print("\(name): \(each) (\(sum & 1))")
    return each
  }

  @Test("a due date, a region and a code cost microseconds at most, debug build included")
  func hotPath() throws {
    let start = try #require(CivilDate("2024-02-15"))
    let conclusion = LegalPeriod.calendarDays(60)
    let objection = LegalPeriod.workingDays(5)
    _ = try RegionCode("360482")
    #expect(
      measure("60 days", 20_000) { conclusion.due(from: start.adding(days: $0 % 700)).date.daysSinceEpoch }
        < .microseconds(50))
    #expect(
      measure("5 working days", 20_000) { objection.due(from: start.adding(days: $0 % 700)).date.daysSinceEpoch }
        < .microseconds(50))
    #expect(
      try measure("region", 20_000) { try RegionCode($0 % 2 == 0 ? "360482" : "110101").level.rawValue }
        < .microseconds(50))
    #expect(
      try measure("code", 20_000) { _ in try UnifiedSocialCreditCode("91350100M000100Y43").text.utf8.count }
        < .microseconds(100))
    #expect(
      try measure("subject", 20_000) { _ in try SubjectKey("site:360482:某水泥制品有限公司").description.utf8.count }
        < .microseconds(200))
  }
}
