import FoundationEssentials

/// The token that calls of a gateway carry: had once, kept while it is good, asked for by one caller at a time.
actor GatewayToken {
  /// How long one is kept that does not say how long it is good.
  private static let standardLife = Duration.seconds(600)
  /// So much earlier a new one is had.
  private static let margin = Duration.seconds(60)

  private let description: GatewayDescription.Token
  private let transport: GatewayTransport
  private let timeout: Duration
  private var token: (text: String, until: ContinuousClock.Instant)?
  private var asking: Task<Result<String, ChannelError>, Never>?

  init(_ description: GatewayDescription.Token, transport: GatewayTransport, timeout: Duration) {
    self.description = description
    self.transport = transport
    self.timeout = timeout
  }

  func text() async throws(ChannelError) -> String {
    if let token, token.until > .now { return token.text }
    if let asking { return try await asking.value.get() }
    let task = Task { await self.fetch() }
    asking = task
    let result = await task.value
    asking = nil
    return try result.get()
  }

  /// Forgets a token that a gateway did not take, unless a newer one is there already.
  func forget(_ text: String) {
    if token?.text == text { token = nil }
  }

  private func fetch() async -> Result<String, ChannelError> {
    do throws(ChannelError) {
      let answer = try await transport.exchange(description.call, [:], timeout: timeout)
      guard 200...299 ~= answer.status, let text = answer.text(at: description.field) else {
        throw ChannelError("gateway-token-status-\(answer.status)", retryAfter: answer.retryAfter)
      }
      let seconds = description.lifeField.flatMap(answer.text).flatMap { Int64($0) }.map { min(max($0, 0), 86_400) }
      let life = seconds.map { Duration.seconds($0) - Self.margin } ?? Self.standardLife
      token = (text, ContinuousClock.now + life)
      return .success(text)
    } catch {
      return .failure(error)
    }
  }
}
