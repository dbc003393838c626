import ArgumentParser
import Contracts
import Messaging
import ServiceKit

/// `export PETITION`: what is kept of a petitioner, as JSON.
struct ExportCommand: ServiceSubcommand {
  typealias Definition = Application

  static let name = "export"
  static let abstract = "Prints as JSON what is kept of a petitioner in one case, opened; audited."

  @Argument(help: "The petition's number or id.")
  var name: String

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let exported: JSON?
    do {
      exported = try await context.withResources(of: Application.self) { resources in
        let application = try Application(resources: resources)
        return try await resources.runner.run { work in
          try await application.exportPetitioner(
            name, reason: decision.reason, by: Caller(command: decision.actor), work: work)
        }
      }
    } catch let closed as PetitionVault.Closed {
      throw CommandFailure(
        .configuration, "what is sealed cannot be opened here: \(closed.reason)",
        remedy: "Give the vault's private key in SEALING_PRIVATE_KEYS.")
    }
    guard let exported else { throw CommandFailure(.negative, "there is no petition \(name)") }
    // It is data for somebody else's program either way.
    answer.show(exported, text: exported.text)
  }
}
