/// Repeats a blocking call while it fails retriably and the deadline allows, with a growing pause.
///
/// - Parameter call: gets the time that is left; returns librdkafka's error object, which is taken over, or nil.
/// - Throws: the last error. If it is retriable the deadline has passed.
func retrying(
  _ operation: String, timeout: Duration, _ call: (Duration) -> OpaquePointer?
) throws(KafkaError) {
  let deadline = Deadline(after: timeout)
  var pause = Duration.milliseconds(20)
  while let failure = call(deadline.remaining) {
    let error = KafkaError(taking: failure, during: operation)
    let mayRetry = error.isRetriable && !error.isFatal && !error.requiresAbort
    guard mayRetry, deadline.remaining > pause else { throw error }
    sleepThread(pause)
    pause = min(pause * 2, .milliseconds(500))
  }
}
