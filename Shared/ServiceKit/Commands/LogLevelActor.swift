import ArgumentParser
import FoundationEssentials

/// Who changes levels, for the audit trail.
struct LogLevelActor: ParsableArguments {
  @Option(help: "Who decides; default the user of this shell.")
  var actor: String?

  var name: String {
    actor ?? ProcessInfo.processInfo.environment["USER"].flatMap { $0.isEmpty ? nil : $0 } ?? "operator"
  }
}
