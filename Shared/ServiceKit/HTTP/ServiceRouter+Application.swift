public import Hummingbird
public import Logging

extension ServiceRouter {
  /// The HTTP server of a service, ready to be one part of a ``ServiceRunner``. Take it after all routes are
  /// registered.
  /// - Parameter onRunning: called with the port once requests are answered, also when the port was left to the
  ///   system.
  public func application(
    configuration: HTTPConfiguration, logger: Logger,
    onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) -> Application<RouterResponder<ServiceRequestContext>> {
    Application(
      router: self,
      configuration: ApplicationConfiguration(address: .hostname(configuration.host, port: configuration.port)),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? configuration.port) },
      logger: logger)
  }
}
