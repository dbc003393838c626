import ArgumentParser
import FoundationEssentials
import ServiceKit

/// `recompute`: makes every rating anew from the ledger and tells where the stored one differs.
struct RecomputeCommand: ServiceSubcommand {
  typealias Definition = Application

  static let name = "recompute"
  static let abstract = "Makes every rating anew from the ledger, and tells which stored ones differ; none should."

  @Flag(help: "Bring differing ratings back to what their ledgers say, with the events that tell of it.")
  var repair = false

  @Option(help: "How many pages are worked on at a time.")
  var workers = 2

  func perform(_ context: CommandContext) async throws {
    guard (1...8).contains(workers) else { throw CommandFailure(.usage, "--workers is 1 to 8") }
    let differing = try await context.withResources(of: Application.self) { resources in
      let application = try Application(resources: resources)
      let run = RecomputeRun(
        recompute: application.recomputeRatings, runner: resources.runner, repair: repair, workers: workers)
      return try await run(resources: resources)
    }
    guard differing == 0 || repair else {
      throw CommandFailure(
        .negative, "\(differing) stored ratings do not follow from their ledgers",
        remedy: "Run `scoring recompute --repair`, and tell us: this must not happen.")
    }
  }
}
