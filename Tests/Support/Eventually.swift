/// Waits until a condition holds, instead of sleeping and hoping.
/// - Returns: whether it held in time.
public func eventually(
  within limit: Duration = .seconds(15), every pause: Duration = .milliseconds(25),
  _ condition: () async throws -> Bool
) async throws -> Bool {
  let deadline = ContinuousClock.now + limit
  while true {
    if try await condition() { return true }
    guard ContinuousClock.now < deadline else { return false }
    try await Task.sleep(for: pause)
  }
}
