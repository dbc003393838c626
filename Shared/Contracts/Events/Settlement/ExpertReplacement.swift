/// Why an expert of a panel stands back and the next of the draw takes the place.
public enum ExpertReplacement: String, Sendable, CaseIterable {
  /// 回避: an interest in the case came to light.
  case avoidance
  /// A party's objection was upheld.
  case objection
  /// The expert withdrew.
  case withdrawal
  /// The expert cannot be had in time.
  case unavailable
}
