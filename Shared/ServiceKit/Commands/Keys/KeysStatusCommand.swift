import ArgumentParser
import Contracts
import Sealing

struct KeysStatusCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "status" }
  static var abstract: String { "How many values are sealed for which key; reads all of them, opens none it need not." }

  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    var listing = Listing("column", "key", "values", "isPresent")
    for (column, outcome) in try await foundation.reseal(isTrial: true, by: "", reason: "", progress: { _ in }) {
      for (recipient, count) in outcome.recipients.sorted(by: { $0.key < $1.key }) {
        listing.add(
          .string(column.name), .string(recipient), .integer(count), .bool(recipient == column.recipient.id))
      }
    }
    answer.show(listing)
  }
}
