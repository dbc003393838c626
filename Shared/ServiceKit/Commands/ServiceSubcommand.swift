public import ArgumentParser

/// A subcommand of a service: parse, set up, perform.
///
/// ```swift
/// struct Migrate<Definition: ServiceDefinition>: ServiceSubcommand {
///   static var name: String { "migrate" }
///   static var abstract: String { "Brings the schema up to date." }
///   func perform(_ context: CommandContext) async throws { … }
/// }
/// ```
public protocol ServiceSubcommand: AsyncParsableCommand {
  associatedtype Definition: ServiceDefinition

  /// The word on the command line.
  static var name: String { get }
  /// What it does, in one line.
  static var abstract: String { get }

  /// Does it.
  /// - Throws: ``CommandFailure`` or ``ConfigurationError`` for what the operator can mend; anything else is shown
  ///   as a mistake of ours.
  func perform(_ context: CommandContext) async throws
}

extension ServiceSubcommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: abstract)
  }

  public func run() async throws {
    try await perform(try CommandContext(Definition.self))
  }
}
