import FoundationEssentials
import Messaging
import ServiceKit
import ServiceLifecycle

/// Notices that another calendar of working days is in force, at the start too, and lets provisional dates be counted
/// again.
struct CalendarWatch: Service {
  let rules: RuleBook
  let runner: UnitOfWorkRunner
  var interval = Duration.seconds(2)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var seen: String?
      while !Task.isCancelled {
        let present = PetitionRules.text(of: rules.calendar)
        // A database that is away shows in the service's health; here it is tried again.
        if present != seen, (try? await setRecount()) != nil { seen = present }
        try? await Task.sleep(for: interval)
      }
    }
  }

  private func setRecount() async throws {
    try await runner.run { work in
      work.schedule(DurableTimer(kind: RecountDates.timer, subject: "calendar", due: work.now))
    }
  }
}
