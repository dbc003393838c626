import ArgumentParser

struct RulesCheckCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "check" }
  static var abstract: String { "Checks the packs of a directory for this service; needs no database." }

  @Argument(help: "The directory with *.yaml and calendars/*.yaml.")
  var directory: String

  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let documents = try RulesCommand<Definition>.documents(
      directory, configuration: try RulesConfiguration(context.reader))
    answer.show(RulesCommand<Definition>.listing(documents))
  }
}
