public import ArgumentParser
import Civics
import Postgres

/// `rules load DIRECTORY` and `rules list`: which rule packs are in use.
public struct RulesCommand<Definition: HostedService>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules", abstract: "Loads rule packs and calendars, or lists those in use.",
      subcommands: [RulesLoadCommand<Definition>.self, RulesListCommand<Definition>.self])
  }

  public init() {}
}

struct RulesLoadCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "load" }
  static var abstract: String { "Checks the packs of a directory and makes them the active ones, all or none." }

  @Argument(help: "The directory with *.yaml and calendars/*.yaml.")
  var directory: String

  func perform(_ context: CommandContext) async throws {
    let configuration = try ServiceConfiguration(context.reader)
    guard let url = configuration.database.migrationURL else {
      throw CommandFailure(
        .configuration, "MIGRATION_DATABASE_URL is not set", remedy: "Rules are loaded under the owner role.")
    }
    let documents = try RuleFiles.read(directory)
    try Definition.check(try RuleBook(profile: configuration.rules.profile, documents: documents))
    let owner = try PostgresConfiguration(
      url: url, applicationName: "\(Definition.name) rules", searchPath: [Definition.name])
    let pool = PostgresPool(configuration: owner, logger: context.logger)
    try await pool.withTransaction { try await RuleStore(connection: $0).replace(with: documents) }
    await pool.shutdown()
    for document in documents { print("\(document.kind.rawValue)\t\(document.name)\t\(document.hash.prefix(16))") }
  }
}

struct RulesListCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "list" }
  static var abstract: String { "Lists the active packs and calendars with their content hashes." }

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let documents = try await foundation.pool.withConnection { try await RuleStore(connection: $0).active() }
    for document in documents { print("\(document.kind.rawValue)\t\(document.name)\t\(document.hash)") }
    await foundation.pool.shutdown()
  }
}
