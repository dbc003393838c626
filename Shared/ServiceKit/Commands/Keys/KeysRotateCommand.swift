import ArgumentParser
import Contracts
import Logging
import Sealing

struct KeysRotateCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "rotate" }
  static var abstract: String {
    "Seals anew, for the present keys, what is sealed for earlier ones, while the service goes on; can be run again."
  }

  @Option(help: "At most so many values a second, so that what is going on does not wait.")
  var rate: Int?

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard rate.map({ $0 > 0 }) ?? true else { throw ValidationError("--rate is 1 or more.") }
  }

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let logger = context.logger
    let rate = rate
    let outcomes = try await foundation.reseal(
      isTrial: trial.dryRun, by: decision.actor, reason: decision.reason,
      progress: { count in
        logger.info("sealed values looked at", metadata: ["values": "\(count)"])
        if let rate { try await Task.sleep(for: .seconds(1) * count / rate) }
      })
    var listing = Listing("column", "key", "resealed", "present", "closed")
    for (column, outcome) in outcomes {
      listing.add(
        .string(column.name), .string(column.recipient.id), .integer(outcome.changed), .integer(outcome.current),
        .integer(outcome.closed))
    }
    answer.show(listing)
    let closed = outcomes.reduce(0) { $0 + $1.outcome.closed }
    guard closed == 0 else {
      throw CommandFailure(
        .negative, "\(closed) values cannot be opened with the keys at hand; they stay as they are.",
        remedy: "Add the private key they were sealed for to SEALING_PRIVATE_KEYS, then run it again.")
    }
  }
}
