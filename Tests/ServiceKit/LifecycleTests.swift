import Glibc
import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import ServiceKit

@Suite("Shutdown", .serialized)
struct LifecycleTests {
  /// Says when it starts and ends, and ends only when asked.
  private struct Part: Service {
    let name: String
    let record: Record

    func run() async throws {
      record.add("\(name) started")
      try await gracefulShutdown()
      record.add("\(name) ended")
    }
  }

  private struct Failing: Service {
    struct Failure: Error {}

    func run() async throws { throw Failure() }
  }

  private final class Record: Sendable {
    private let words = Mutex<[String]>([])
    func add(_ word: String) { words.withLock { $0.append(word) } }
    var all: [String] { words.withLock { $0 } }
  }

  @Test("A signal ends the parts from the last to the first")
  func order() async throws {
    let record = Record()
    let runner = ServiceRunner(LifecycleConfiguration(shutdownGrace: .seconds(10)), logger: quiet)
    let parts = [Part(name: "pool", record: record), Part(name: "http", record: record)]
    // SIGTERM itself would end the HTTP servers of the tests that run beside this one.
    async let end: Void = runner.run(parts, endingAt: [SIGUSR2])
    while record.all.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
    kill(getpid(), SIGUSR2)
    try await end
    #expect(record.all.suffix(2) == ["http ended", "pool ended"])
  }

  @Test("A part that fails ends the others and is told")
  func failure() async throws {
    let record = Record()
    let runner = ServiceRunner(LifecycleConfiguration(), logger: quiet)
    await #expect(throws: Failing.Failure.self) {
      try await runner.run([Part(name: "pool", record: record), Failing()], endingAt: [SIGUSR2])
    }
  }

  @Test("The second signal ends the process at once, as shells expect")
  func second() {
    let ends = Mutex<[Int32]>([])
    let shutdowns = Mutex(0)
    let response = SignalResponse(
      logger: quiet, grace: .seconds(60), shutdown: { shutdowns.withLock { $0 += 1 } },
      end: { code in ends.withLock { $0.append(code) } })
    response.receive(SIGTERM)
    #expect(ends.withLock { $0 }.isEmpty)
    response.receive(SIGINT)
    #expect(ends.withLock { $0 } == [130])
    #expect(shutdowns.withLock { $0 } == 1)
    response.cancel()
  }

  @Test("After the grace period the process ends, whatever hangs; a shutdown that is done ends nothing")
  func grace() async throws {
    let ends = Mutex<[Int32]>([])
    func response() -> SignalResponse {
      SignalResponse(
        logger: quiet, grace: .milliseconds(10), shutdown: {}, end: { code in ends.withLock { $0.append(code) } })
    }
    let (hanging, done) = (response(), response())
    hanging.receive(SIGTERM)
    done.receive(SIGTERM)
    done.cancel()
    try await Task.sleep(for: .milliseconds(900))
    #expect(ends.withLock { $0 } == [70])
  }
}
