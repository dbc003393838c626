import Glibc

/// Starts a detached thread. librdkafka's calls block, and blocking must not happen on Swift's cooperative pool,
/// which has one thread per core.
///
/// - Returns: false if the system gave no thread; then `body` never runs.
func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
  let box = Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let result = pthread_create(
    &thread, nil,
    { argument in
      guard let argument else { return nil }
      Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().body()
      return nil
    }, box.toOpaque())
  guard result == 0 else {
    box.release()
    return false
  }
  pthread_detach(thread)
  return true
}

private final class ThreadBody: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}

/// Blocks the calling thread, which must be one of our own.
func sleepThread(_ time: Duration) {
  usleep(UInt32(clamping: Int(time.milliseconds) * 1000))
}
