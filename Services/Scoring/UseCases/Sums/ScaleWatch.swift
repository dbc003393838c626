import Messaging
import ServiceLifecycle

/// Looks whether another scale has come into force, by the calendar or because rule packs were loaded.
struct ScaleWatch: Service {
  let follow: FollowScale
  let runner: UnitOfWorkRunner
  var pause = Duration.seconds(5)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        // A database that is away is looked at again; others tell of it.
        _ = try? await runner.run { try await follow.begin(work: $0) }
        try? await Task.sleep(for: pause)
      }
    }
  }
}
