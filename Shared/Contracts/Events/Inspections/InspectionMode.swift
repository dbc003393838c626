/// How a firm is supervised (分类监管).
public enum InspectionMode: String, Sendable, CaseIterable {
  /// On the spot, as often as its colour says.
  case ordinary
  /// 以非现场监管为主: from afar first, on the spot seldom.
  case offSiteFirst = "off-site-first"
  /// 免打扰: on the spot only when drawn, complained of or found in breach.
  case undisturbed
  /// 加密: more often than its colour says.
  case intensified
}
