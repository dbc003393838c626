import Dispatch
import Synchronization

/// An actor's own thread: its methods may block without taking a thread of the cooperative pool.
final class ThreadExecutor: SerialExecutor {
  private struct Work: Sendable {
    let job: UnownedJob
    let executor: UnownedSerialExecutor
  }

  /// Shared with the thread, so that the thread does not keep the executor alive.
  private final class Inbox: Sendable {
    private let work = Mutex<(jobs: [Work], isClosed: Bool)>(([], false))
    private let available = DispatchSemaphore(value: 0)

    func push(_ job: Work) {
      work.withLock { $0.jobs.append(job) }
      available.signal()
    }

    func close() {
      work.withLock { $0.isClosed = true }
      available.signal()
    }

    func run() {
      while true {
        available.wait()
        let (jobs, isClosed) = work.withLock { state in
          defer { state.jobs = [] }
          return state
        }
        for work in jobs { work.job.runSynchronously(on: work.executor) }
        if isClosed { return }
      }
    }
  }

  private let inbox: Inbox

  init() throws(KafkaError) {
    let inbox = Inbox()
    self.inbox = inbox
    guard startThread({ inbox.run() }) else {
      throw KafkaError(code: .systemResource, reason: "the system gave no thread")
    }
  }

  deinit {
    inbox.close()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    inbox.push(Work(job: UnownedJob(job), executor: asUnownedSerialExecutor()))
  }

  func asUnownedSerialExecutor() -> UnownedSerialExecutor {
    UnownedSerialExecutor(ordinary: self)
  }
}
