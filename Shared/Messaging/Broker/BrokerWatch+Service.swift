internal import Logging
public import ServiceLifecycle

extension BrokerWatch: Service {
  /// Looks again every half minute. A relay looks when it starts and a consumer when it is given partitions: a service that has
  /// nothing to publish, on a broker that has no topics any more, would never notice.
  public nonisolated func run() async throws {
    await cancelWhenGracefulShutdown {
      while (try? await Task.sleep(for: .seconds(30))) != nil {
        do {
          try await self.confirm()
        } catch {
          self.logger.debug("the broker cannot be looked at; trying again", metadata: ["reason": "\(error)"])
        }
      }
    }
  }
}
