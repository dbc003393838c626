import ArgumentParser
import Contracts
import Messaging
import Postgres

struct DeadLettersListCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "list" }
  static var abstract: String { "Lists the newest; their content stays sealed." }

  @Option(help: "rejected, parked, waiting, redriven or discarded; all when left out.")
  var state: String?

  @OptionGroup var which: DeadLetterOptions

  @Option(help: "How many at most.")
  var limit = 50

  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    var filter = try which.filter()
    if let state {
      guard let one = DeadLetterState(rawValue: state) else {
        throw CommandFailure(.usage, "there is no state \(state)")
      }
      filter.states = [one]
    }
    let foundation = try HostFoundation<Definition>(context)
    var listing = Listing(
      "id", "state", "topic", "partition", "offset", "attempts", "code", "field", "message", "key", "made")
    for letter in try await foundation.deadLetters().list(filter, limit: max(1, limit)) {
      listing.add(
        .integer(letter.id), .string(letter.state.rawValue), .string(letter.topic), .integer(letter.partition),
        .integer(letter.offset), .integer(letter.attempts), .string(letter.code), .text(letter.field),
        .string(letter.message), .string(letter.orderingKey), CommandInstant.json(letter.madeAt))
    }
    await foundation.pool.shutdown()
    answer.show(listing)
  }
}
