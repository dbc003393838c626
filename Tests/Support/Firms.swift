/// Firms that do not exist.
public enum Firms {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

  /// So many subject keys with a true check character (GB 32100), each another one.
  public static func valid(_ count: Int) -> [String] {
    (0..<count).map { index in
      let number = String(index)
      let body = "91210800MA" + String(repeating: "0", count: max(0, 7 - number.count)) + number
      let sum = zip(body, weights).reduce(0) { $0 + (alphabet.firstIndex(of: $1.0) ?? 0) * $1.1 }
      return "uscc:\(body)\(alphabet[(31 - sum % 31) % 31])"
    }
  }
}
