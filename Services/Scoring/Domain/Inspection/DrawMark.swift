import Civics

/// Where a page of the list of draws ended.
struct DrawMark: Sendable {
  let quarter: String
  let region: String

  init(quarter: String, region: String) {
    self.quarter = quarter
    self.region = region
  }

  init(_ draw: InspectionDraw) {
    self.init(quarter: draw.quarter.text, region: draw.region)
  }
}
