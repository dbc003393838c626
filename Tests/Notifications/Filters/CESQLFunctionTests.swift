import Testing

@testable import Notifications

@Suite("CloudEvents SQL: functions and casts")
struct CESQLFunctionTests {
  @Test(
    "Functions of text",
    arguments: [
      ("LENGTH('污染ab')", CESQLOutcome(4)), ("LENGTH('')", .init(0)), ("LENGTH(hop)", .init(1)),
      ("LENGTH(TRUE)", .init(4)), ("length('e\u{301}')", .init(2)),
      ("CONCAT()", .init("")), ("CONCAT('a')", .init("a")), ("CONCAT('a', 1, TRUE)", .init("a1true")),
      ("CONCAT_WS('-')", .init("")), ("CONCAT_WS('-', 'a')", .init("a")),
      ("CONCAT_WS('-', 'a', 2, 'c')", .init("a-2-c")),
      ("CONCAT_WS('', 'a', 'b')", .init("ab")),
      ("LOWER('AbÉ')", .init("abé")), ("UPPER('abé')", .init("ABÉ")), ("upper(kind)", .init("NOISE")),
      ("TRIM('  a b\t\u{3000}')", .init("a b")), ("TRIM('\u{1}a')", .init("\u{1}a")), ("TRIM('   ')", .init("")),
      ("LEFT('污染abc', 3)", .init("污染a")), ("LEFT('ab', 5)", .init("ab")), ("LEFT('ab', 0)", .init("")),
      ("LEFT('ab', -1)", .init("ab", .functionEvaluation)),
      ("RIGHT('污染abc', 4)", .init("染abc")), ("RIGHT('ab', 5)", .init("ab")), ("RIGHT('ab', 0)", .init("")),
      ("RIGHT('ab', -1)", .init("ab", .functionEvaluation)),
    ])
  func text(text: String, outcome: CESQLOutcome) throws {
    #expect(try CESQLOutcome(of: text) == outcome)
  }

  @Test(
    "SUBSTRING counts from one, from the end when it is negative",
    arguments: [
      ("SUBSTRING('污染abc', 1)", CESQLOutcome("污染abc")), ("SUBSTRING('污染abc', 3)", .init("abc")),
      ("SUBSTRING('abc', 3)", .init("c")), ("SUBSTRING('abc', -2)", .init("bc")),
      ("SUBSTRING('abc', -3)", .init("abc")),
      ("SUBSTRING('abc', 0)", .init("")), ("SUBSTRING('', 0)", .init("")),
      ("SUBSTRING('abc', 4)", .init("", .functionEvaluation)), ("SUBSTRING('abc', -4)", .init("", .functionEvaluation)),
      ("SUBSTRING('', 1)", .init("", .functionEvaluation)),
      ("SUBSTRING('abcdef', 2, 3)", .init("bcd")), ("SUBSTRING('abcdef', 5, 9)", .init("ef")),
      ("SUBSTRING('abcdef', -4, 2)", .init("cd")), ("SUBSTRING('abc', 2, 0)", .init("")),
      ("SUBSTRING('abc', 0, 2)", .init("")), ("SUBSTRING('abc', 1, -1)", .init("", .functionEvaluation)),
      ("SUBSTRING('abc', 9, 1)", .init("", .functionEvaluation)),
      ("SUBSTRING('abc', -2147483648)", .init("", .functionEvaluation)),
      ("SUBSTRING('abc', 1, 2147483647)", .init("abc")),
    ])
  func substring(text: String, outcome: CESQLOutcome) throws {
    #expect(try CESQLOutcome(of: text) == outcome)
  }

  @Test(
    "ABS, and the one number that has none",
    arguments: [
      ("ABS(-5)", CESQLOutcome(5)), ("ABS(5)", .init(5)), ("abs('-7')", .init(7)),
      ("ABS(-2147483648)", .init(2_147_483_647, .math)),
    ])
  func absolute(text: String, outcome: CESQLOutcome) throws {
    #expect(try CESQLOutcome(of: text) == outcome)
  }

  @Test(
    "Every cast of §3.7, by name",
    arguments: [
      ("STRING(12)", CESQLOutcome("12")), ("STRING(-0)", .init("0")), ("STRING(-12)", .init("-12")),
      ("STRING(TRUE)", .init("true")), ("STRING(FALSE)", .init("false")), ("STRING('a')", .init("a")),
      ("INT('12')", .init(12)), ("INT('+12')", .init(12)), ("INT('-12')", .init(-12)), ("INT('007')", .init(7)),
      ("INT(TRUE)", .init(1)), ("INT(FALSE)", .init(0)), ("INT(5)", .init(5)),
      ("BOOL('true')", .init(true)), ("BOOL('TRUE')", .init(true)), ("BOOL('False')", .init(false)),
      ("BOOL(0)", .init(false)), ("BOOL(1)", .init(true)), ("BOOL(-3)", .init(true)), ("BOOL(FALSE)", .init(false)),
    ])
  func casts(text: String, outcome: CESQLOutcome) throws {
    #expect(try CESQLOutcome(of: text) == outcome)
  }

  @Test(
    "A cast that cannot be comes to zero with an error",
    arguments: [
      ("INT('x')", CESQLOutcome(0, .cast)), ("INT('')", .init(0, .cast)), ("INT(' 1')", .init(0, .cast)),
      ("INT('1.5')", .init(0, .cast)), ("INT('2147483648')", .init(0, .cast)), ("INT('٣')", .init(0, .cast)),
      ("BOOL('yes')", .init(false, .cast)), ("BOOL('')", .init(false, .cast)), ("BOOL('1')", .init(false, .cast)),
      ("-'x'", .init(0, .cast)), ("'x' + 1", .init(0, .cast)), ("1 < 'x'", .init(false, .cast)),
      ("NOT 'x'", .init(false, .cast)), ("'x' AND TRUE", .init(false, .cast)), ("LEFT('abc', 'x')", .init("", .cast)),
    ])
  func badCasts(text: String, outcome: CESQLOutcome) throws {
    #expect(try CESQLOutcome(of: text) == outcome)
  }

  @Test(
    "Where = is meant for several types, the right side says for which",
    arguments: [
      ("sequence = 12", CESQLOutcome(true)), ("12 = sequence", .init(false)), ("'TRUE' = TRUE", .init(true)),
      ("TRUE = 'TRUE'", .init(false)), ("TRUE = 'true'", .init(true)), ("TRUE = 1", .init(true)),
      ("'x' = 1", .init(false, .cast)), ("'x' != 1", .init(false, .cast)), ("'x' = TRUE", .init(false, .cast)),
      ("NOT 10", .init(false)), ("hop = '3'", .init(true)),
    ])
  func ambiguous(text: String, outcome: CESQLOutcome) throws {
    #expect(try CESQLOutcome(of: text) == outcome)
  }
}
