import ArgumentParser
import Contracts
import Postgres

struct RulesDiffCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "diff" }
  static var abstract: String { "Says in which places the packs of a directory differ from those in use." }

  @Argument(help: "The directory with *.yaml and calendars/*.yaml.")
  var directory: String

  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let documents = try RulesCommand<Definition>.documents(directory, configuration: foundation.configuration.rules)
    let active = try await foundation.pool.withConnection { try await RuleStore(connection: $0).active() }
    await foundation.pool.shutdown()
    var listing = Listing("document", "place", "before", "after")
    for change in RuleChange.between(active, documents) {
      listing.add(.string(change.document), .string(change.path), .text(change.before), .text(change.after))
    }
    if !answer.json, listing.rows.isEmpty { return print("The rules in use are the same.") }
    answer.show(listing)
  }
}
