/// Makes hostile inputs from good ones: what was sent in earnest, with a few things wrong.
///
/// The same seed gives the same inputs in every run.
public struct FuzzMutator {
  /// No input is longer; what is longer is refused by its length alone.
  static let longest = 65_536

  /// What parsers stumble over, in any language.
  private static let nasty: [String] = [
    "", "\0", "\u{FEFF}", "\u{202E}", "💥", "\r\n", "\n\n", "\\", "\"", "'", "%", "%00", "%zz", "{", "}", "[", "]", ":",
    ",",
    "null", "true", "-0", "1e999", "-1", "9223372036854775807", "9223372036854775808", "18446744073709551616",
    "0.1e-400", "\\u0000", "\\ud800", "\\udc00\\ud800", "2024-02-30", "9999-12-31T23:59:60Z",
    "0000-00-00T00:00:00+99:99",
    "../..", "&a=&a=", "=====", "*", "&amp;", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "!!binary", "&x *x", "---\n", "？", "ﬀ",
    "İ",
  ]

  private let seeds: [[UInt8]]
  private let words: [[UInt8]]
  private var generator: SeededGenerator

  /// - Parameters:
  ///   - seeds: good inputs; one at least.
  ///   - words: what the language under test knows.
  public init(seeds: [[UInt8]], words: [String], seed: UInt64) {
    self.seeds = seeds.isEmpty ? [[]] : seeds
    self.words = (Self.nasty + words).map { Array($0.utf8) }
    generator = SeededGenerator(seed: seed)
  }

  /// The next input: a good one with one to eight changes, now and then none.
  public mutating func next() -> [UInt8] {
    var input = pick(seeds)
    for _ in 0..<Int.random(in: 0...8, using: &generator) { change(&input) }
    return Array(input.prefix(Self.longest))
  }

  private mutating func change(_ input: inout [UInt8]) {
    let range = range(in: input)
    switch Int.random(in: 0..<9, using: &generator) {
    case 0 where !range.isEmpty: input[range.lowerBound] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1 where !range.isEmpty: input[range.lowerBound] = UInt8.random(in: 0...255, using: &generator)
    case 2: input.removeSubrange(range)
    case 3: input.insert(contentsOf: input[range], at: place(in: input))
    case 4: input.insert(contentsOf: pick(words), at: place(in: input))
    case 5: input.replaceSubrange(range, with: pick(words))
    case 6:
      let other = pick(seeds)
      let part = self.range(in: other)
      input.insert(contentsOf: other[part], at: place(in: input))
    case 7: input.removeSubrange(place(in: input)...)
    default:
      // Something small again and again: depth and length.
      let part = Array(input[range].prefix(4))
      let times = Int.random(in: 1...2_000, using: &generator)
      input.insert(contentsOf: (0..<times).flatMap { _ in part }, at: place(in: input))
    }
  }

  private mutating func pick(_ from: [[UInt8]]) -> [UInt8] { from.randomElement(using: &generator) ?? [] }

  private mutating func place(in input: [UInt8]) -> Int { Int.random(in: 0...input.count, using: &generator) }

  /// Mostly a short one.
  private mutating func range(in input: [UInt8]) -> Range<Int> {
    let start = place(in: input)
    let most = Bool.random(using: &generator) ? 4 : 256
    return start..<min(input.count, start + Int.random(in: 0...most, using: &generator))
  }
}
