public import FoundationEssentials
internal import Kafka

/// Something of a topic that an operator holds back.
public struct Pause: Sendable, Equatable {
  public let topic: String
  public let scope: PauseScope
  public let madeAt: Date
  /// Who holds it back, and why: shown wherever it is noticed.
  public let madeBy: String
  public let reason: String

  /// Whether this partition must not be read.
  func stops(_ partition: KafkaPartition) -> Bool {
    guard partition.topic == topic else { return false }
    return switch scope {
    case .topic: true
    case .partition(let number): number == partition.partition
    case .key: false
    }
  }

  /// Why a partition stands.
  var explanation: String { "paused by \(madeBy): \(reason); `resume` goes on" }
}
