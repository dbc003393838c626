import ArgumentParser

/// `migrate`: brings the service's schema up to date, and loads rules when a directory is given.
public struct MigrateCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "migrate" }
  public static var abstract: String { "Brings the schema up to date; run it before `serve`." }

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    let applied = try await MigrationStep<Definition>(try ServiceConfiguration(context.reader), logger: context.logger)
      .run()
    print(applied.isEmpty ? "The schema is up to date." : applied.map { "applied \($0)" }.joined(separator: "\n"))
  }
}
