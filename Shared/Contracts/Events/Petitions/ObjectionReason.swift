/// Why a receiver does not take a case over.
public enum ObjectionReason: String, Sendable, CaseIterable {
  /// 不属于本机关、单位职权范围.
  case notCompetent = "not-competent"
  /// The place belongs to another unit.
  case wrongPlace = "wrong-place"
  /// Another reason, on file.
  case other
}
