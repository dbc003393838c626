internal import Dispatch

/// The serial executor of one connection: its own queue, so that a `poll()` blocks no other task of the process.
final class ConnectionExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "postgres.connection")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
