import ArgumentParser
import Contracts

/// `migrate`: brings the service's schema up to date.
public struct MigrateCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "migrate" }
  public static var abstract: String { "Brings the schema up to date; run it before `serve`." }

  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    let step = try MigrationStep<Definition>(try ServiceConfiguration(context.reader), logger: context.logger)
    let migrations = try await trial.dryRun ? step.pending() : step.run()
    let word = trial.dryRun ? "pending" : "applied"
    answer.show(
      .object(JSONObject([JSONMember(name: word, value: .array(migrations.map { .string("\($0)") }))])),
      text: migrations.isEmpty
        ? "The schema is up to date." : migrations.map { "\(word) \($0)" }.joined(separator: "\n"))
  }
}
