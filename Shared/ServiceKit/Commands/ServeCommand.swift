import ArgumentParser

/// `serve`: runs the service until it is told to end.
public struct ServeCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "serve" }
  public static var abstract: String { "Runs the service until SIGTERM or SIGINT." }

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    _ = PrometheusInstallation.registry
    try await ServiceHost(foundation: HostFoundation<Definition>(context, patience: .seconds(5))).run()
  }
}
