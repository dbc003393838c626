public import ArgumentParser
import FoundationEssentials
import Glibc

/// The executable itself: its subcommands, and errors as people can read them.
///
/// ```swift
/// @main
/// struct Petitions: ServiceRootCommand {
///   static let configuration = CommandConfiguration(
///     commandName: "petitions", abstract: "…",
///     subcommands: [ConfigurationCommand<PetitionsService>.self, HealthcheckCommand<PetitionsService>.self])
/// }
/// ```
public protocol ServiceRootCommand: AsyncParsableCommand {}

extension ServiceRootCommand {
  // Of two mains the compiler takes the one that is concurrent, as the argument parser's is: without the attribute this one
  // is never called, and every failure ends with 1.
  @concurrent
  public static func main() async {
    var command: any ParsableCommand
    do {
      command = try parseAsRoot()
    } catch {
      exit(withError: error)
    }
    do {
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      switch error {
      case is CleanExit, is ExitCode, is ValidationError: exit(withError: error)
      // Who asks for help gets it by an error of the argument parser's own, which has no name outside of it.
      case _ where exitCode(for: error) == .success: exit(withError: error)
      default: end(CommandFailureMapping.failure(error))
      }
    }
  }

  private static func end(_ failure: CommandFailure) -> Never {
    let text = Array("\(_commandName): \(failure)\n".utf8)
    LogOutput.standardError.write(text)
    Glibc.exit(failure.code.rawValue)
  }
}
