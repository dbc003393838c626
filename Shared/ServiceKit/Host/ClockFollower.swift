import Messaging
import ServiceLifecycle

/// Keeps a standing clock at the instant that any replica was told.
struct ClockFollower: Service {
  let clock: StandingClock

  func run() async throws {
    await cancelWhenGracefulShutdown { try? await clock.follow() }
  }
}
