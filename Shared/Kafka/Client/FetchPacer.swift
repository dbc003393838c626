import Synchronization

/// Waits a moment between fetches when the broker does not hold empty ones.
///
/// Apache Kafka holds a fetch that finds nothing for `fetch.wait.max.ms`; some brokers for trying answer at once, and
/// librdkafka asks again at once: 20,000 times a second, half a processor on either side (measured with the local
/// broker). So after a few early answers that brought no message the thread that talks to the broker rests, longer
/// the longer it lasts. An early answer of Apache Kafka brings messages, which start the count anew; only while a batch
/// is in hand do they go unseen, and then there is no hurry.
final class FetchPacer: Sendable {
  /// Early answers in a row that are nothing strange: aborted transactions and commit markers bring no message either.
  private static let tolerated = 3
  private static let longestRest = Duration.milliseconds(5)
  /// A broker that holds a fetch answers after `fetch.wait.max.ms`; anything below this is early.
  private static let early = Duration.milliseconds(10)

  private let emptyAnswers = Atomic<Int>(0)

  /// Messages came in.
  func sawMessage() {
    emptyAnswers.store(0, ordering: .relaxed)
  }

  /// A fetch was answered; how long to rest before the next.
  func rest(afterAnswerIn time: Duration) -> Duration {
    guard time < Self.early else {
      emptyAnswers.store(0, ordering: .relaxed)
      return .zero
    }
    let count = emptyAnswers.wrappingAdd(1, ordering: .relaxed).newValue - Self.tolerated
    return count > 0 ? min(Self.longestRest, .microseconds(250) * count) : .zero
  }
}
