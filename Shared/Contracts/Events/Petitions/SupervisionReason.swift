/// Why a case is supervised (信访工作条例 §40).
public enum SupervisionReason: String, Sendable, CaseIterable {
  /// 推诿、拖延.
  case delay
  /// 敷衍了事.
  case perfunctory
  /// 弄虚作假.
  case falsification
  /// 拒不执行处理意见.
  case refusal
  /// A period ran out; set by the clock.
  case overdue
  /// Handed over under supervision (转督结合).
  case transferred
  /// Another reason, on file.
  case other
}
