public import Logging

/// Notifications of some channels, on a connection of their own, for as long as somebody asks for the next.
///
/// ```swift
/// for await event in PostgresListener(configuration: configuration, channels: ["outbox"], logger: logger) {
///   await relay.wake()  // the same for both cases: look into the tables
/// }
/// ```
/// A lost connection is opened again, with back-off, and each time `.connected` comes first. The sequence never
/// throws; it ends when the task that iterates is cancelled. Notifications are hints: those sent while no connection
/// was up are gone.
public struct PostgresListener: AsyncSequence, Sendable {
  public typealias Element = PostgresListenerEvent
  public typealias Failure = Never

  let configuration: PostgresConfiguration
  let channels: [String]
  let logger: Logger

  public init(configuration: PostgresConfiguration, channels: [String], logger: Logger) {
    var configuration = configuration
    // This session is meant to be idle.
    configuration.idleSessionTimeout = .zero
    self.configuration = configuration
    self.channels = channels
    self.logger = logger
  }

  public func makeAsyncIterator() -> Iterator { Iterator(listener: self) }

  public struct Iterator: AsyncIteratorProtocol {
    /// An idle connection is asked for a sign of life this often: a peer that vanished does not say so.
    private static let heartbeat = Duration.seconds(15)

    private let listener: PostgresListener
    private var connection: PostgresConnection?
    private var waiting: ArraySlice<PostgresListenerEvent> = []
    private var pause = Duration.milliseconds(50)

    init(listener: PostgresListener) { self.listener = listener }

    public mutating func next() async -> PostgresListenerEvent? { await next(isolation: #isolation) }

    public mutating func next(isolation actor: isolated (any Actor)?) async -> PostgresListenerEvent? {
      while !Task.isCancelled {
        if let event = waiting.popFirst() { return event }
        do throws(PostgresError) {
          guard let connection else {
            connection = try await listener.connect()
            pause = .milliseconds(50)
            return .connected
          }
          waiting = try await connection.notifications(within: Self.heartbeat)[...]
          if waiting.isEmpty { try await connection.execute("select", timeout: .seconds(5)) }
        } catch {
          await connection?.close()
          connection = nil
          if Task.isCancelled { break }
          listener.logger.info("listening was interrupted", metadata: ["reason": "\(error.message)"])
          try? await Task.sleep(for: pause)
          pause = Swift.min(pause * 2, .seconds(2))
        }
      }
      await connection?.close()
      connection = nil
      return nil
    }
  }

  private func connect() async throws(PostgresError) -> PostgresConnection {
    let connection = try await PostgresConnection.connect(configuration, logger: logger)
    _ = try await connection.pipeline(channels.map { "listen \(identifier: $0)" })
    return connection
  }
}
