public import ArgumentParser

/// Whether a change is made or only told.
public struct TrialOptions: ParsableArguments {
  @Flag(help: "Says what would be done, and does nothing.")
  public var dryRun = false

  public init() {}
}
