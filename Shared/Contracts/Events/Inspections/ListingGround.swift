/// Why a firm is recommended for the positive list.
public enum ListingGround: String, Sendable, CaseIterable {
  /// It is of the colour that is recommended.
  case colour
  /// 优先纳入: it studied the law and passed the examination.
  case study
}
