/// Which draws a list shows: a bureau has one for each quarter.
struct DrawFilter: Sendable {
  var regions: [String]
  var quarter: String?
  var status: InspectionDraw.Status?
  /// The last draw of the page before.
  var after: DrawMark?
  var limit = 50
}
