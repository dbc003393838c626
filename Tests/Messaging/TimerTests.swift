import FoundationEssentials
import Postgres
import Support
import Testing

@testable import Messaging

@Suite("Timers")
struct TimerTests {
  private struct Broken: Error {}

  @Test("fire once when due, in order; moved and cancelled ones do what was said last; a failing one waits alone")
  func firing() async throws {
    try await Stage.with { stage in
      let now = Date()
      let fired = Remembered<[String]>([])
      let timers = TimerRunner(
        handlers: [
          "note": { timers, _ in
            let subjects = timers.map(\.subject); fired.change { $0 += subjects }
          },
          "fail": { _, _ in throw Broken() },
        ], pool: stage.pool, context: stage.context, signal: stage.signal, logger: stage.logger)
      try await stage.runner.run { work in
        work.schedule(DurableTimer(kind: "note", subject: "second", due: now.addingTimeInterval(-1)))
        work.schedule(DurableTimer(kind: "note", subject: "first", due: now.addingTimeInterval(-2)))
        work.schedule(DurableTimer(kind: "note", subject: "later", due: now.addingTimeInterval(3_600)))
        work.schedule(DurableTimer(kind: "note", subject: "cancelled", due: now.addingTimeInterval(-1)))
        work.schedule(DurableTimer(kind: "fail", subject: "broken", due: now.addingTimeInterval(-3)))
      }
      try await stage.runner.run { work in
        work.cancel(timers: ["note"], of: "cancelled")
        work.schedule(DurableTimer(kind: "note", subject: "second", due: now.addingTimeInterval(-0.5)))
      }
      while try await timers.fireDue() > 0 {}
      #expect(fired.value == ["first", "second"])
      let left = try await stage.pool.query(
        "select subject, attempts, failure is not null from timer order by subject", as: (String, Int, Bool).self)
      #expect(left.map(\.0) == ["broken", "later"])
      #expect(left.first?.1 == 1 && left.first?.2 == true)
    }
  }

  @Test("those that give way to other transactions are tried again at once and are not said to fail")
  func contention() async throws {
    try await Stage.with { stage in
      let attempts = Remembered(0)
      let timers = TimerRunner(
        handlers: [
          "note": { _, work in
            attempts.change { $0 += 1 }
            if attempts.value < 4 {
              try await work.connection.execute("do $$ begin raise 'given way' using errcode = '40P01'; end $$")
            }
          }
        ], pool: stage.pool, context: stage.context, signal: stage.signal, logger: stage.logger)
      try await stage.runner.run { work in
        for subject in ["one", "two"] {
          work.schedule(DurableTimer(kind: "note", subject: subject, due: Date(timeIntervalSinceNow: -1)))
        }
      }
      #expect(try await timers.fireDue() == 2)
      #expect(attempts.value == 4)
      #expect(try await stage.pool.query("select count(*) from timer", as: Int.self) == [0])
    }
  }

  @Test("two runners share the work without firing anything twice")
  func shared() async throws {
    try await Stage.with { stage in
      let fired = Remembered<[String]>([])
      func runner() -> TimerRunner {
        TimerRunner(
          handlers: [
            "note": { timers, _ in
              let subjects = timers.map(\.subject); fired.change { $0 += subjects }
            }
          ],
          pool: stage.pool, context: stage.context, signal: stage.signal, logger: stage.logger)
      }
      try await stage.runner.run { work in
        for number in 0..<500 {
          work.schedule(DurableTimer(kind: "note", subject: "s\(number)", due: Date(timeIntervalSinceNow: -1)))
        }
      }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<2 {
          let runner = runner()
          group.addTask { while try await runner.fireDue() > 0 {} }
        }
        try await group.waitForAll()
      }
      let all = fired.value
      #expect(all.count == 500)
      #expect(Set(all).count == 500)
    }
  }

  @Test("sweeps are fired one by one, two at once by one process, after what else is due")
  func sweeps() async throws {
    try await Stage.with { stage in
      let fired = Remembered<[[String]]>([])
      let inside = Remembered(0)
      let most = Remembered(0)
      let timers = TimerRunner(
        handlers: [
          "note": { timers, _ in
            let all = timers.map(\.subject); fired.change { $0.append(all) }
          }
        ],
        sweeps: [
          "sweep": { timers, work in
            inside.change { $0 += 1 }
            // Ends when another is in as well: alone it would wait until it gives up.
            _ = try await eventually(within: .seconds(5)) { inside.value > 1 || most.value > 1 }
            let count = inside.value
            most.change { $0 = max($0, count) }
            let all = timers.map(\.subject)
            fired.change { $0.append(all) }
            inside.change { $0 -= 1 }
            if all == ["1"] { work.schedule(DurableTimer(kind: "sweep", subject: "1 again", due: work.now)) }
          }
        ], pool: stage.pool, context: stage.context, signal: stage.signal, logger: stage.logger)
      try await stage.runner.run { work in
        for number in 0..<4 { work.schedule(DurableTimer(kind: "sweep", subject: "\(number)", due: work.now)) }
        for number in 0..<4 { work.schedule(DurableTimer(kind: "note", subject: "n\(number)", due: work.now)) }
      }
      let task = Task { try await timers.run() }
      let isDone = try await eventually {
        try await stage.pool.query("select count(*) from timer", as: Int.self) == [0]
      }
      task.cancel()
      try await task.value
      #expect(isDone && most.value == 2)
      #expect(fired.value.filter { $0.first?.hasPrefix("n") == true } == [["n0", "n1", "n2", "n3"]])
      let swept = fired.value.filter { $0.first?.hasPrefix("n") == false }
      #expect(swept.sorted { $0[0] < $1[0] } == [["0"], ["1"], ["1 again"], ["2"], ["3"]])
    }
  }

  @Test func `an operator sees what waits and what fails, and has the failing ones tried at once`() async throws {
    try await Stage.with { stage in
      let runner = TimerRunner(
        handlers: ["fail": { _, _ in throw Broken() }], pool: stage.pool, context: stage.context, signal: stage.signal,
        logger: stage.logger)
      try await stage.runner.run { work in
        work.schedule(DurableTimer(kind: "fail", subject: "broken", due: Date(timeIntervalSinceNow: -3)))
        work.schedule(DurableTimer(kind: "note", subject: "later", due: Date(timeIntervalSinceNow: 3_600)))
      }
      while try await runner.fireDue() > 0 {}
      let queue = TimerQueue(runner: stage.runner)
      let counts = try await queue.counts()
      #expect(counts.map(\.kind) == ["fail", "note"] && counts.map(\.waiting) == [1, 1])
      #expect(counts.map(\.due) == [1, 0] && counts.map(\.failing) == [1, 0])
      #expect(try await queue.list(failingOnly: true, limit: 10).map(\.subject) == ["broken"])
      #expect(try await queue.list(kind: "note", limit: 10).map(\.subject) == ["later"])
      #expect(try await queue.list(subject: "broken", limit: 10).first?.retryAt != nil)

      #expect(try await queue.retry(kind: "note", by: "op", reason: "none fails") == 0)
      #expect(try await queue.retry(by: "op", reason: "the cause is mended") == 1)
      #expect(try await queue.list(limit: 10).allSatisfy { $0.retryAt == nil })
      #expect(try await stage.pool.query("select action from audit", as: String.self) == ["timers.retried"])
    }
  }
}
