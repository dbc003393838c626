import Dispatch
import JWTKit
import Logging

/// The key set in use: fetched once, again when it grows old, and again when a token names a key it does not hold,
/// but never more often than `minimumInterval`, so that made-up `kid`s cannot turn us against the issuer.
///
/// Keys at hand stay in use while the issuer cannot be reached.
actor KeySetCache {
  private let source: KeySetSource
  private let logger: Logger
  private let maximumAge: UInt64
  private let minimumInterval: UInt64
  private let now: @Sendable () -> UInt64

  private var keys: KeySet?
  private var fetchedAt: UInt64 = 0
  private var triedAt: UInt64?
  private var refreshing: Task<Void, Never>?

  /// - Parameter now: a clock in nanoseconds that never goes back.
  init(
    source: KeySetSource, logger: Logger, maximumAge: Duration = .seconds(600),
    minimumInterval: Duration = .seconds(30),
    now: @escaping @Sendable () -> UInt64 = { DispatchTime.now().uptimeNanoseconds }
  ) {
    self.source = source
    self.logger = logger
    self.maximumAge = Self.nanoseconds(maximumAge)
    self.minimumInterval = Self.nanoseconds(minimumInterval)
    self.now = now
  }

  /// The key of an identifier.
  /// - Throws: `unknown-key`, or `keys-unavailable` when no key set could be had at all.
  func key(_ identifier: String) async throws(TokenError) -> any JWTAlgorithm {
    if keys == nil || isOld { await refresh() }
    if let key = keys?[identifier] { return key }
    if source.isRefreshable { await refresh() }
    if let key = keys?[identifier] { return key }
    guard keys != nil else { throw TokenError(.keysUnavailable, "The keys to check tokens with cannot be had now.") }
    throw TokenError(.unknownKey, "The token is signed with a key that is not in the issuer's key set.")
  }

  /// Fetches the keys before the first request needs them, so that a mistake shows at the start.
  func load() async throws(KeySetError) {
    keys = try await KeySet(json: try await source.fetch())
    fetchedAt = now()
  }

  private var isOld: Bool { source.isRefreshable && now() - fetchedAt > maximumAge }

  /// One fetch at a time, however many requests wait for it.
  private func refresh() async {
    if let refreshing { return await refreshing.value }
    if let triedAt, now() - triedAt < minimumInterval { return }
    triedAt = now()
    let task = Task { await self.fetch() }
    refreshing = task
    await task.value
    refreshing = nil
  }

  private func fetch() async {
    do throws(KeySetError) {
      try await load()
    } catch {
      logger.warning("The key set cannot be refreshed", metadata: ["reason": "\(error)"])
    }
  }

  private static func nanoseconds(_ duration: Duration) -> UInt64 {
    let (seconds, attoseconds) = duration.components
    return UInt64(max(0, seconds)) * 1_000_000_000 + UInt64(max(0, attoseconds / 1_000_000_000))
  }
}
