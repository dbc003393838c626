/// What is known of how a petition came in beside what every petition has.
struct Particulars: Sendable, Equatable {
  /// The township or the village by its statistical code, nine or twelve digits.
  var area: String?
  /// The grid cell (网格).
  var grid: String?
  /// How many people came, for a visit; the visit counts as one batch (批次).
  var visitors: Int?
  /// The number of the registered supervisor (环保监督员) who submitted it.
  var supervisor: String?
}
