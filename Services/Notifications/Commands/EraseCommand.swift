import ArgumentParser
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// `erase PETITION`: takes away the contact data of messages to a petitioner.
struct EraseCommand: ServiceSubcommand {
  typealias Definition = Application

  static let name = "erase"
  static let abstract = "Erases the contact data of settled messages to one petitioner; audited, final."

  @Argument(help: "The petition's id, as `petitions erase` names it.")
  var petition: String

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    guard let id = UUID(text: petition) else {
      throw CommandFailure(.usage, "\(petition) is no id of a petition", remedy: "`petitions erase` prints it.")
    }
    let count = try await context.withResources(of: Application.self) { resources in
      try await resources.runner.run { work in
        try await EraseContacts()(id, isTrial: trial.dryRun, reason: decision.reason, by: decision.actor, work: work)
      }
    }
    answer.show(
      ["messages": .integer(count), "erased": .bool(!trial.dryRun)],
      text: "\(count) messages \(trial.dryRun ? "have contact data" : "erased")")
  }
}
