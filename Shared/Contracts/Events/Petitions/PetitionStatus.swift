/// Where a petition stands.
public enum PetitionStatus: String, Sendable, CaseIterable {
  /// 收到.
  case received
  /// 受理.
  case accepted
  /// 不予受理.
  case refused
  /// 转办.
  case transferred
  /// 交办.
  case assigned
  /// 处置办理 done.
  case handled
  /// 复查 passed.
  case rechecked
  /// 公示公开.
  case published
  /// 办结.
  case concluded
  /// 归档.
  case archived
  /// The receiver objects to the transfer (退办异议).
  case objected
  /// Opened again, to be assigned.
  case reopened
  /// 复查 runs.
  case underReview = "under-review"
  /// 复核 runs.
  case underReexamination = "under-re-examination"
  /// 终结: re-examined and filed, nothing more comes.
  case final
  /// 并案: goes on with the petition it was merged into.
  case merged
}
