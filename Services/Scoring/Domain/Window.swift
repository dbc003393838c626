import FoundationEssentials

/// A span of time, from an instant up to but not including another.
struct Window: Sendable, Equatable {
  let opens: Date
  let closes: Date

  /// From an instant on, for ever.
  init(from opens: Date, to closes: Date = .distantFuture) {
    self.opens = opens
    self.closes = closes
  }

  func contains(_ instant: Date) -> Bool { opens <= instant && instant < closes }
}

extension [Window] {
  func contains(_ instant: Date) -> Bool { contains { $0.contains(instant) } }

  /// What is left of these without those.
  func without(_ others: [Window]) -> [Window] {
    others.reduce(self) { left, other in
      left.flatMap { window -> [Window] in
        guard other.opens < window.closes, window.opens < other.closes else { return [window] }
        var parts: [Window] = []
        if window.opens < other.opens { parts.append(Window(from: window.opens, to: other.opens)) }
        if other.closes < window.closes { parts.append(Window(from: other.closes, to: window.closes)) }
        return parts
      }
    }
  }

  /// What these and those have in common.
  func meeting(_ others: [Window]) -> [Window] {
    flatMap { window in
      others.compactMap { other -> Window? in
        let (opens, closes) = (Swift.max(window.opens, other.opens), Swift.min(window.closes, other.closes))
        return opens < closes ? Window(from: opens, to: closes) : nil
      }
    }
  }

  /// Every instant at which one begins or ends.
  var edges: [Date] { flatMap { $0.closes == .distantFuture ? [$0.opens] : [$0.opens, $0.closes] } }
}
