/// One planned fault: what, and at which hit of its point.
struct FaultPlan: Sendable, Equatable {
  let action: FaultAction
  /// The hit that acts, from one; nil means every hit.
  let hit: Int?

  /// The longest sleep that may be planned: an hour, far inside what `usleep` can count.
  private static let longestSleep: UInt32 = 3_600_000

  /// Reads `point=action@hit`.
  /// - Returns: nil when the entry is not of that form.
  static func read(_ entry: String) -> (name: String, plan: FaultPlan)? {
    let sides = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty else { return nil }
    let parts = sides[1].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let action = action(first) else { return nil }
    guard parts.count == 2 else { return (String(sides[0]), FaultPlan(action: action, hit: 1)) }
    if parts[1] == "*" { return (String(sides[0]), FaultPlan(action: action, hit: nil)) }
    guard let hit = Int(parts[1]), hit > 0 else { return nil }
    return (String(sides[0]), FaultPlan(action: action, hit: hit))
  }

  private static func action(_ text: Substring) -> FaultAction? {
    switch text {
    case "kill": return .kill
    case "stop": return .stop
    default:
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == "sleep", let milliseconds = UInt32(parts[1]) else { return nil }
      return milliseconds <= longestSleep ? .sleep(milliseconds: milliseconds) : nil
    }
  }
}
