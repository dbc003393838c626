/// What a round of negotiation came to.
public enum RoundOutcome: String, Sendable, CaseIterable {
  /// 达成一致.
  case agreed
  /// 再行磋商.
  case adjourned
  /// 磋商不成.
  case failed
}
