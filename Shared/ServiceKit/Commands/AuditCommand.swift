public import ArgumentParser
import Contracts
import Logging
import Messaging
import Postgres

/// `audit verify`: whether the audit trail is what was written.
public struct AuditCommand<Definition: HostedService>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "audit", abstract: "Whether the audit trail is what was written.",
      subcommands: [AuditVerifyCommand<Definition>.self])
  }

  public init() {}
}

struct AuditVerifyCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "verify" }
  static var abstract: String {
    "Checks each entry against its hash, each seal against its entries, and the published heads against the seals."
  }

  @Flag(help: "Leaves the topic with the published heads aside: a tail that was cut off is not seen then.")
  var withoutTopic = false

  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let verifier = AuditVerifier(pool: foundation.pool)
    let logger = context.logger
    var report = try await verifier.verify { seals in
      logger.info("verifying the audit trail", metadata: ["seals": "\(seals)"])
    }
    if !withoutTopic {
      let settings = foundation.relaySettings(shards: try await foundation.shards())
      try await verifier.compareHeads(settings: settings, logger: logger, into: &report)
    }
    await foundation.pool.shutdown()
    answer.show(AuditAnswer.json(report), text: AuditAnswer.text(report))
    guard report.isWhole else {
      throw CommandFailure(
        .negative, "The audit trail of \(Definition.name) is not whole: \(report.found) findings.",
        remedy:
          "Keep database and topic as they are, and compare with a backup; after a restore, heads from after it are unknown."
      )
    }
  }
}
