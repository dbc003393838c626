public import Hummingbird
public import Logging
import NIOCore

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
      // A head of a request fits: proxies allow no more either.
      server: .http1(
        configuration: .init(
          idleTimeout: TimeAmount(configuration.patience),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port),
        availableConnectionsDelegate: .maximum(configuration.maximumConnections, logger: logger)),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? configuration.port) },
      logger: logger)
  }
}
