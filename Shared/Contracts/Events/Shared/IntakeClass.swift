/// The four classes of channel (信、访、网、电) that reports count by.
public enum IntakeClass: String, Sendable, CaseIterable {
  /// 信.
  case letter
  /// 访.
  case visit
  /// 网.
  case net
  /// 电.
  case phone
}
