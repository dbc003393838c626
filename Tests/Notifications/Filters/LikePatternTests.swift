import Testing

@testable import Notifications

@Suite("CloudEvents SQL: LIKE")
struct LikePatternTests {
  @Test(
    "Percent is any text, underscore one character, both can be escaped",
    arguments: [
      ("abc", "abc", true), ("abc", "ABC", false), ("abc", "ab", false), ("", "", true), ("", "%", true),
      ("a", "", false),
      ("abc", "a%", true), ("abc", "%c", true), ("abc", "%b%", true), ("abc", "a%c", true), ("ac", "a%c", true),
      ("abcb", "%b", true), ("aab", "%ab", true), ("abcabd", "%abd", true), ("abc", "%d%", false), ("abc", "%%%", true),
      ("abc", "a_c", true), ("ac", "a_c", false), ("abbc", "a_c", false), ("污染", "__", true), ("e\u{301}", "_", false),
      ("abc", "_%_", true), ("a", "_%_", false), ("a%c", "a\\%c", true), ("abc", "a\\%c", false),
      ("a_c", "a\\_c", true),
      ("abc", "a\\_c", false), ("a\\c", "a\\c", true), ("a\\xc", "a\\%c", false), ("100%", "100\\%", true),
      ("a\\b", "a\\_", false), ("a\\%", "a\\\\%", true), ("x.y", "x_y", true), ("a\nb", "a%b", true),
    ])
  func patterns(text: String, pattern: String, matches: Bool) {
    #expect(LikePattern(pattern).matches(text) == matches)
  }

  @Test("What is no text is made one; the pattern is never anything else")
  func casts() throws {
    #expect(try CESQLOutcome(of: "hop LIKE '3'") == .init(true))
    #expect(try CESQLOutcome(of: "123 LIKE '12_'") == .init(true))
    #expect(try CESQLOutcome(of: "TRUE LIKE 't%'") == .init(true))
    #expect(try CESQLOutcome(of: "123 NOT LIKE '12_'") == .init(false))
    #expect(try CESQLOutcome(of: "kind NOT LIKE 'x%'") == .init(true))
  }

  @Test("A pattern made to be slow is not")
  func hostile() {
    let text = String(repeating: "a", count: 1_000)
    let pattern = LikePattern(String(repeating: "%a", count: 400) + "b")
    #expect(!pattern.matches(text))
    #expect(LikePattern(String(repeating: "%a", count: 400)).matches(text))
  }
}
