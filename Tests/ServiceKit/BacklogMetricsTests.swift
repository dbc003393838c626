import FoundationEssentials
import Testing

@testable import Kafka
@testable import ServiceKit

@Suite("How far a consumer is behind")
struct BacklogMetricsTests {
  private let first = KafkaPartition("in", 0)
  private let second = KafkaPartition("in", 1)

  private func status(_ lag: [KafkaPartition: Int64]) -> KafkaConsumerStatus {
    var status = KafkaConsumerStatus()
    status.isSubscribed = true
    status.assigned = [first, second]
    status.positions = lag.mapValues { _ in 10 }
    status.lag = lag
    return status
  }

  @Test func `it is told while nothing is read, for that is when it matters`() {
    var metrics = BacklogMetrics()
    let waiting = status([first: 3, second: 4])
    #expect(!waiting.isReading)
    #expect(metrics.show(waiting)?["in"]?.messages == 7)
    #expect(waiting.wholeLag == 7)
  }

  @Test func `what is not known of each partition is not known of the whole`() {
    #expect(status([first: 3]).wholeLag == nil)
    #expect(status([first: 0, second: 0]).wholeLag == 0)
  }

  @Test func `while the group decides nothing is known, and a spare member has nothing to do`() {
    var metrics = BacklogMetrics()
    var joining = status([first: 3, second: 4])
    joining.joiningSince = Date()
    #expect(metrics.show(joining) == nil)
    #expect(joining.wholeLag == nil)
    #expect(KafkaConsumerStatus().wholeLag == nil)
    var spare = status([:])
    spare.assigned = []
    #expect(metrics.show(spare)?.isEmpty == true)
    #expect(spare.wholeLag == 0)
  }

  @Test func `a topic that others read now is shown as nought, and one of which nothing is known stands`() throws {
    let registry = PrometheusRegistry(maximumSeries: 10)
    var metrics = BacklogMetrics(factory: registry)
    func shown() throws -> Double? {
      try Exposition(registry.text()).value("ecoredress_consumer_lag", ["topic": "in"])
    }
    _ = metrics.show(status([first: 3, second: 4]))
    #expect(try shown() == 7)
    _ = metrics.show(status([:]))
    #expect(try shown() == 7)
    var gone = status([:])
    gone.assigned = []
    _ = metrics.show(gone)
    #expect(try shown() == 0)
  }
}
