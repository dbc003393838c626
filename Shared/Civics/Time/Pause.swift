/// A span in which a legal clock stands still, for a recorded reason (an appraisal, a hearing: 信访工作条例 第三十六条
/// 听证所需时间不计算在内).
///
/// The day on which a pause begins still counts as run, the day on which it ends does not: as with every period, the
/// first day is not counted. A pause that begins and ends on one day therefore adds nothing.
public struct Pause: Hashable, Sendable {
  /// The day the clock was stopped.
  public let from: CivilDate
  /// The day it was set going again; nil while it stands.
  public let to: CivilDate?
  /// Why it stood still.
  public let reason: String

  /// A pause that ends before it begins is taken as one that ended on the day it began.
  public init(from: CivilDate, to: CivilDate?, reason: String) {
    self.from = from
    self.to = to.map { Swift.max($0, from) }
    self.reason = reason
  }
}
