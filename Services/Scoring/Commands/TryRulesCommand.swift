import Messaging
import Contracts
import ArgumentParser
import FoundationEssentials
import ServiceKit

/// `try-rules FILE`: whose colour a draft of a rule pack would change, over the whole ledger; nothing is kept.
struct TryRulesCommand: ServiceSubcommand {
  typealias Definition = Application

  static let name = "try-rules"
  static let abstract = "Tries a draft of a rule pack on the whole ledger and lists whose colour it would change."

  @Argument(help: "The draft, a pack as in deploy/rules.")
  var file: String

  @Option(help: "all: every line is priced by the draft. new: lines keep their points, the scale alone is the draft's.")
  var prices = RuleDraft.Prices.all

  func perform(_ context: CommandContext) async throws {
    guard let data = FileManager.default.contents(atPath: file), data.count <= 1 << 20 else {
      throw CommandFailure(.data, "the file \(file) cannot be read, or is larger than a mebibyte")
    }
    do {
      try await context.withResources(of: Application.self) { resources in
        let application = try Application(resources: resources)
        try await show(application.tryRules, String(decoding: data, as: UTF8.self), resources)
      }
    } catch ScoringError.draftInvalid(let reason) {
      throw CommandFailure(.data, reason, remedy: "Correct the draft; its form is in deploy/rules/README.md.")
    }
  }

  private func show(_ trial: TryRules, _ yaml: String, _ resources: ServiceResources) async throws {
    let now = resources.clock.now
    let (draft, worth) = try await resources.runner.read {
      try await trial.prepare(yaml, prices: prices, now: now, on: $0)
    }
    var display = ProgressDisplay(total: try await resources.runner.read { try await trial.pages.total(on: $0) })
    print("subject\tregion\tscore\tcolour\tscore by the draft\tcolour by the draft")
    var (scores, colours) = (0, 0)
    var key: String? = ""
    while let after = key {
      let page = try await resources.runner.read {
        try await trial(
          draft, worth, regions: ["000000"], after: after, limit: TryRules.longPage, at: now, on: $0)
      }
      for change in page.changes { display.line(Self.text(change)) }
      scores += page.scores
      colours += page.changes.count
      key = page.next
      display.advance(by: page.examined, remark: "\(colours) would change colour")
    }
    display.finish("\(colours) would change colour, \(scores) their score")
  }

  private static func text(_ change: TryRules.Change) -> String {
    let stored = change.stored
    let before = "\(stored.score?.description ?? "-")\t\(stored.colour.rawValue)"
    return
      "\(stored.subject)\t\(stored.region)\t\(before)\t\(change.score?.description ?? "-")\t\(change.colour.rawValue)"
  }
}

extension RuleDraft.Prices: ExpressibleByArgument {}
