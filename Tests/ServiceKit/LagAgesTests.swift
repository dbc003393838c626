import Testing

@testable import Kafka
@testable import ServiceKit

@Suite("How long the oldest message has waited")
struct LagAgesTests {
  private let began = ContinuousClock.now

  private func look(_ ages: inout LagAges, after seconds: Int, position: Int64, end: Int64) -> Double? {
    var status = KafkaConsumerStatus()
    let partition = KafkaPartition("in", 0)
    status.positions = [partition: position]
    status.lag = [partition: end - position]
    return ages.look(status, at: began + .seconds(seconds))["in"]
  }

  @Test func `it is told from when the log's end was first seen behind it`() {
    var ages = LagAges()
    #expect(look(&ages, after: 0, position: 10, end: 10) == 0)
    #expect(look(&ages, after: 2, position: 10, end: 15) == 0)
    #expect(look(&ages, after: 12, position: 10, end: 15) == 10)
    #expect(look(&ages, after: 20, position: 10, end: 30) == 18)
    // The five of the first look are done; the oldest now came with the look of second 20.
    #expect(look(&ages, after: 25, position: 15, end: 30) == 5)
    #expect(look(&ages, after: 30, position: 30, end: 30) == 0)
  }

  @Test func `a steady stream that is kept up with is young, however long it lasts`() {
    var ages = LagAges()
    for second in 0..<2_000 {
      let age = look(&ages, after: second, position: Int64(second * 10), end: Int64(second * 10 + 5))
      #expect((age ?? 99) <= 1)
    }
  }

  @Test func `memory is bounded while nothing is taken in, and the age stays right`() throws {
    var ages = LagAges()
    for second in 0..<5_000 { _ = look(&ages, after: second, position: 0, end: Int64(second + 1)) }
    #expect(look(&ages, after: 5_000, position: 0, end: 5_001) == 5_000)
    // Half done: the age is right to the coarseness that thinning left.
    let age = try #require(look(&ages, after: 5_001, position: 2_500, end: 5_001))
    #expect(abs(age - 2_501) < 100)
  }

  @Test func `a partition that is taken away is forgotten`() {
    var ages = LagAges()
    _ = look(&ages, after: 0, position: 0, end: 5)
    #expect(ages.look(KafkaConsumerStatus(), at: began + .seconds(5)).isEmpty)
    #expect(look(&ages, after: 10, position: 0, end: 5) == 0)
  }
}
