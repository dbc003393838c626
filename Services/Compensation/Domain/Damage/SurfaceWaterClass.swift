/// The function class of a surface water (GB 3838-2002), as requests write it.
enum SurfaceWaterClass: String, Sendable, CaseIterable {
  case first = "I"
  case second = "II"
  case third = "III"
  case fourth = "IV"
  case fifth = "V"

  /// As the standards and the rule packs write it.
  var symbol: String {
    switch self {
    case .first: "Ⅰ"
    case .second: "Ⅱ"
    case .third: "Ⅲ"
    case .fourth: "Ⅳ"
    case .fifth: "Ⅴ"
    }
  }
}
