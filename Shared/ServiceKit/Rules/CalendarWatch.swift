import Civics
import FoundationEssentials
public import Messaging
public import ServiceLifecycle

/// Notices that another calendar of working days is in force, at the start too, and lets provisional dates be counted
/// again: it sets a timer of the service, which counts.
public struct CalendarWatch: Service {
  let rules: RuleBook
  let runner: UnitOfWorkRunner
  let timer: String
  let interval = Duration.seconds(2)

  /// - Parameter timer: the kind of the timer that counts again; it is due at once, with the subject `calendar`.
  public init(rules: RuleBook, runner: UnitOfWorkRunner, timer: String) {
    self.rules = rules
    self.runner = runner
    self.timer = timer
  }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      var seen: WorkingCalendar?
      while !Task.isCancelled {
        let present = rules.calendar
        // A database that is away shows in the service's health; here it is tried again.
        if present != seen, (try? await setTimer()) != nil { seen = present }
        try? await Task.sleep(for: interval)
      }
    }
  }

  private func setTimer() async throws {
    try await runner.run { work in
      work.schedule(DurableTimer(kind: timer, subject: "calendar", due: work.now))
    }
  }
}
