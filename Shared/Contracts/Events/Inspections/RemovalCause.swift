/// Why a firm leaves the positive list (移出).
public enum RemovalCause: String, Sendable, CaseIterable {
  /// It lost the colour.
  case colour
  /// So many verified complaints.
  case complaints
  /// It was penalised, or a violation was found.
  case violation
  /// It caused an environmental emergency.
  case emergency
  /// 恶意违法: fraud, evasion; it is barred for a time.
  case malicious
  /// It no longer meets a condition of entry.
  case condition
  /// Its time on the list ended.
  case expired
}
