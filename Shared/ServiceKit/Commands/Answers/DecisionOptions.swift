public import ArgumentParser

/// Who decides on a change and why: what the audit trail keeps of it.
public struct DecisionOptions: ParsableArguments {
  @Option(help: "Who decides.")
  public var actor: String

  @Option(help: "Why.")
  public var reason: String

  public init() {}
}
