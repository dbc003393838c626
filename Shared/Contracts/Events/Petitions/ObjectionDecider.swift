/// Who decided whose case it is (信访工作条例 §23–24).
public enum ObjectionDecider: String, Sendable, CaseIterable {
  /// The unit that handed over.
  case sender
  /// 共同的上一级机关.
  case commonSuperior = "common-superior"
  /// 信访工作联席会议.
  case jointMeeting = "joint-meeting"
}
