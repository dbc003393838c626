import ArgumentParser
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// `erase PETITION`: takes away who a petitioner is and what they wrote.
struct EraseCommand: ServiceSubcommand {
  typealias Definition = Application

  static let name = "erase"
  static let abstract =
    "Erases a petitioner's identity and words from a case whose file need not be kept; audited, final."

  @Argument(help: "The petition's number or id.")
  var name: String

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let petition: Petition?
    do {
      petition = try await context.withOwner(of: Application.self) { resources, owner in
        let application = try Application(resources: resources)
        let erase = try application.erasePetitioner(resources)
        return try await owner.run { work in
          try await erase(
            name, isTrial: trial.dryRun, reason: decision.reason, by: Caller(command: decision.actor), work: work)
        }
      }
    } catch let refusal as Erasure.Refusal {
      throw Self.failure(refusal)
    }
    guard let petition else { throw CommandFailure(.negative, "there is no petition \(name)") }
    answer.show(
      ["petition": .string(petition.number), "id": .string(petition.id.lowercased), "erased": .bool(!trial.dryRun)],
      text: trial.dryRun
        ? "\(petition.number) may be erased"
        : "\(petition.number) erased\nRun `notifications erase \(petition.id.lowercased)` too: what was sent is there.")
  }

  private static func failure(_ refusal: Erasure.Refusal) -> CommandFailure {
    switch refusal {
    case .caseIsOpen:
      CommandFailure(.negative, "the case is not filed (归档) yet", remedy: "Archive it first; open cases are worked on.")
    case .mustBeKept(let until):
      CommandFailure(
        .negative, "the file must be kept until \(RFC3339.text(of: until))",
        remedy: "PETITIONER_RETENTION_DAYS says for how long; until then the data are stored and nothing else.")
    }
  }
}
