import FoundationEssentials
import Testing

@testable import Kafka
@testable import Messaging
@testable import ServiceKit

@Suite("Health of the consumer")
struct ConsumerHealthTests {
  private let now = Date(timeIntervalSince1970: 1_000_000)

  private func state(_ change: (inout KafkaConsumerStatus) -> Void) -> HealthState {
    var kafka = KafkaConsumerStatus()
    change(&kafka)
    var status = InboundStatus()
    status.kafka = kafka
    return HealthState(status, at: now)
  }

  @Test("a member with partitions, and a spare one without, are well")
  func well() {
    #expect(state { $0.isSubscribed = true } == .ok)
    #expect(
      state {
        $0.isSubscribed = true
        $0.assigned = [KafkaPartition("t", 0)]
      } == .ok)
  }

  @Test("joining may take a while; a group that then still gives no answer is trouble, at the start as later")
  func joining() {
    #expect(state { $0.joiningSince = now - 29 } == .ok)
    let stuck = state { $0.joiningSince = now - 45 }
    #expect(stuck.name == "degraded")
    #expect(stuck.reason?.contains("no answer for 45 s") == true)
    let again = state {
      $0.isSubscribed = true
      $0.joiningSince = now - 45
    }
    #expect(again == stuck)
  }

  @Test("what is known of the cause is told rather than the waiting")
  func causes() {
    let away = state {
      $0.joiningSince = now - 45
      $0.lastError = KafkaError(code: .allBrokersDown, reason: "1/1 brokers are down")
    }
    #expect(away.reason?.contains("1/1 brokers are down") == true)
    #expect(state { $0.held = [KafkaPartition("t", 0): "gone"] } == .degraded(reason: "stopped: gone"))
    var status = InboundStatus()
    #expect(HealthState(status, at: now) == .degraded(reason: "the Kafka client is being rebuilt"))
    status.clientFailure = "fenced"
    #expect(HealthState(status, at: now) == .degraded(reason: "fenced"))
    status.failure = "the database is away"
    #expect(HealthState(status, at: now) == .degraded(reason: "the database is away"))
    var again = InboundStatus()
    again.kafka = KafkaConsumerStatus()
    again.batchFailure = "a lock"
    #expect(HealthState(again, at: now) == .degraded(reason: "a batch is tried again: a lock"))
  }
}
