public import ArgumentParser
import Contracts

/// `rules check|diff|load|list`: which rule packs are in use, and how they are changed.
public struct RulesCommand<Definition: HostedService>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules",
      abstract: "Checks rule packs and calendars, compares them with those in use, and loads them.",
      subcommands: [
        RulesCheckCommand<Definition>.self, RulesDiffCommand<Definition>.self, RulesLoadCommand<Definition>.self,
        RulesListCommand<Definition>.self,
      ])
  }

  public init() {}
}

extension RulesCommand {
  /// The documents of a directory, checked as a whole for this service.
  static func documents(_ directory: String, configuration: RulesConfiguration) throws -> [RuleStore.Document] {
    let documents = try RuleFiles.read(directory)
    try Definition.check(try RuleBook(profile: configuration.profile, documents: documents))
    return documents
  }

  /// Documents as a command lists them.
  static func listing(_ documents: [RuleStore.Document]) -> Listing {
    var listing = Listing("kind", "name", "sha256")
    for document in documents {
      listing.add(.string(document.kind.rawValue), .string(document.name), .string(document.hash))
    }
    return listing
  }
}
