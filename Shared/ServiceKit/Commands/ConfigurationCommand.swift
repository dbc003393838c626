public import ArgumentParser

/// `configuration`: documents every setting, shows the values in force, or checks them.
public struct ConfigurationCommand<Definition: ServiceDefinition>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "configuration", abstract: "Prints every setting with its type, default, range and meaning.")
  }

  @Flag(help: "Print as Markdown.")
  var markdown = false

  @Flag(help: "Print the values in force instead; secrets are not shown.")
  var values = false

  @Flag(help: "Only check the environment; ends with 78 when something is wrong.")
  var check = false

  public init() {}

  public func run() async throws {
    print(try output(ConfigurationReader()), terminator: "")
  }

  /// What the command prints.
  /// - Throws: ``ConfigurationError`` with `--check`.
  func output(_ reader: ConfigurationReader) throws(ConfigurationError) -> String {
    let table = ConfigurationTable(Definition.registry)
    if check {
      try Definition.registry.check(reader)
      return "The configuration is complete and valid.\n"
    }
    return values ? table.values(reader) : table.documentation(markdown ? .markdown : .text)
  }
}
