/// Where a page of a list begins, and how long it is.
struct EntryPlace: Sendable {
  static let largestPage = 200

  /// Six-digit codes; a division covers those below it. Nobody sees rows outside the own regions.
  var regions: [String]
  /// The entry of the last row of the page before.
  var after: Int64 = 0
  var limit = 50
}
