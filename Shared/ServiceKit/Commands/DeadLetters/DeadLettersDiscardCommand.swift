import ArgumentParser
import Contracts
import Messaging
import Postgres

struct DeadLettersDiscardCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "discard" }
  static var abstract: String { "Gives held messages up: one by its id, or those that are named; audited, each." }

  @Argument(help: "The id of one dead letter.")
  var id: Int64?

  @OptionGroup var which: DeadLetterOptions

  @Option(help: "How many at most, where they are not named by id.")
  var limit = 1_000

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard (id == nil) != which.isEmpty else {
      throw ValidationError("Name one by its id, or several by --topic, --key, --code, --since or --until.")
    }
  }

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let letters = try await foundation.deadLetters()
    var ids: [Int64] = []
    if let id {
      ids = [id]
      let state = try await letters.find(id)?.state
      if trial.dryRun, state != .parked, state != .waiting { ids = [] }
    } else {
      ids = try await letters.list(try which.filter().held, limit: max(1, limit)).map(\.id).sorted()
    }
    var listing = Listing("id", "discarded")
    var done = 0
    for id in ids {
      let isDone =
        trial.dryRun ? true : try await letters.discard(id, by: decision.actor, reason: decision.reason)
      done += isDone ? 1 : 0
      listing.add(.integer(id), .bool(isDone && !trial.dryRun))
    }
    await foundation.pool.shutdown()
    guard done > 0 || (id == nil && answer.json) else {
      throw CommandFailure(.negative, id.map { "no message \($0) is held" } ?? "no such message is held")
    }
    answer.show(
      listing.json,
      text: trial.dryRun ? "\(done) would be discarded" : ids.map { "discarded \($0)" }.joined(separator: "\n"))
  }
}
