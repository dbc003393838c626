import Civics
import Contracts

/// Keys of the addressee book: they say whom they name.
enum AddresseeKey {
  static let longest = 160

  static func unit(_ region: String) -> String { "unit:\(region)" }

  /// Whether a key is one of an audience.
  static func isValid(_ key: String, for audience: MessageAudience) -> Bool {
    guard !key.isEmpty, key.utf8.count <= longest else { return false }
    return switch audience {
    case .petitioner: false
    case .enterprise: (try? SubjectKey(key)) != nil
    case .unit: key.hasPrefix("unit:") && (try? RegionCode(String(key.dropFirst(5)))) != nil
    case .judiciary: named(key, ["court:", "procuratorate:"])
    case .insurer: named(key, ["insurer:"])
    case .participants: named(key, ["public:"])
    case .agency: !key.contains(":") || named(key, ["agency:"])
    }
  }

  private static func named(_ key: String, _ prefixes: [String]) -> Bool {
    prefixes.contains { key.hasPrefix($0) && key.utf8.count > $0.utf8.count }
  }
}
