import Civics
import Contracts

/// Names of groups and numbers, as people read them.
enum FigureNames {
  /// The name of a group: of a division, a channel or a kind.
  static func name(of key: String, in report: FigureReport) -> String {
    switch report.question.grouping {
    case .none: "合计"
    case .region: (try? RegionCode(key))?.fullName ?? key
    case .channel: key.isEmpty ? "不分渠道" : report.rules.channels.first { $0.code == key }?.name ?? key
    case .category: key.isEmpty ? "不分类别" : report.rules.kinds[key] ?? key
    }
  }

  /// Hundredths as a decimal, `-1.05`.
  static func hundredths(_ value: Int) -> String {
    let (whole, rest) = Int(clamping: value.magnitude).quotientAndRemainder(dividingBy: 100)
    return "\(value < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
