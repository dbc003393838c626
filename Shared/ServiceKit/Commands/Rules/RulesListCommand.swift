import ArgumentParser
import Postgres

struct RulesListCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "list" }
  static var abstract: String { "Lists the active packs and calendars with their content hashes." }

  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let documents = try await foundation.pool.withConnection { try await RuleStore(connection: $0).active() }
    await foundation.pool.shutdown()
    answer.show(RulesCommand<Definition>.listing(documents))
  }
}
