import Contracts
import FoundationEssentials
import Kafka
import Logging
import Messaging
import Postgres
import ServiceKit
import ServiceLifecycle

/// Works off what agencies asked to be sent again, page by page; replays of several endpoints take turns.
struct ReplayWorker: Service {
  let pool: PostgresPool
  let runner: UnitOfWorkRunner
  let settings: KafkaSettings
  let prefix: TopicPrefix
  let logger: Logger
  private let page = RunReplay()

  init(
    pool: PostgresPool, runner: UnitOfWorkRunner, settings: KafkaSettings, prefix: TopicPrefix, logger: Logger
  ) {
    self.pool = pool
    self.runner = runner
    self.settings = settings
    self.prefix = prefix
    self.logger = logger
  }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await self.workOff()
        } catch is CancellationError {
          return
        } catch {
          self.logger.warning("a replay cannot go on now; trying again", metadata: ["reason": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }

  /// Works off everything there is to do now. The topics are read with a client that lives as long as there is something.
  func workOff() async throws {
    var topics: TopicPages?
    let result: Result<Void, any Error>
    do {
      while !Task.isCancelled, try await takeTurn(&topics) {}
      result = .success(())
    } catch {
      result = .failure(error)
    }
    await topics?.close()
    try result.get()
  }

  /// One page of one replay; answers whether there was one.
  private func takeTurn(_ topics: inout TopicPages?) async throws -> Bool {
    let lease = UUID()
    guard let replay = try await ReplayStore.claim(lease, pool: pool) else { return false }
    do {
      switch replay.kind {
      case .failed:
        _ = try await runner.run { try await page.failed(replay, lease: lease, work: $0) }
      case .missing:
        let pages = try topics ?? TopicPages(settings: settings, prefix: prefix, logger: logger)
        topics = pages
        try await read(replay, lease: lease, pages)
      }
    } catch is RunReplay.Overtaken {
      // Cancelled meanwhile: nothing of the page counts.
    }
    return true
  }

  private func read(_ replay: Replay, lease: UUID, _ pages: TopicPages) async throws {
    guard let stretches = replay.progress.stretches else {
      let found = try await pages.stretches(since: replay.since)
      _ = try await runner.run { try await page.begin(replay, found, lease: lease, work: $0) }
      return
    }
    guard let name = replay.progress.open, let stretch = stretches[name] else {
      _ = try await runner.run { try await page.begin(replay, stretches, lease: lease, work: $0) }
      return
    }
    let read = try await pages.page(
      of: name, stretch, since: replay.since, until: replay.until, limit: RunReplay.page)
    _ = try await runner.run { try await page.missing(replay, read, of: name, lease: lease, work: $0) }
  }
}
