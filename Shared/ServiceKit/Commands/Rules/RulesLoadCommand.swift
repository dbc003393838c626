import ArgumentParser
import Postgres

struct RulesLoadCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "load" }
  static var abstract: String { "Checks the packs of a directory and makes them the active ones, all or none." }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: abstract, aliases: ["activate"])
  }

  @Argument(help: "The directory with *.yaml and calendars/*.yaml.")
  var directory: String

  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let configuration = try ServiceConfiguration(context.reader)
    let documents = try RulesCommand<Definition>.documents(directory, configuration: configuration.rules)
    if !trial.dryRun {
      let owner = try OwnerPool<Definition>(configuration, logger: context.logger)
      try await owner.pool.withTransaction { try await RuleStore(connection: $0).replace(with: documents) }
      await owner.pool.shutdown()
    }
    answer.show(RulesCommand<Definition>.listing(documents))
  }
}
