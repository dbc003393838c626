import Testing

@testable import Notifications

@Suite("CloudEvents SQL: operators")
struct CESQLOperatorTests {
  @Test(
    "NOT and minus",
    arguments: [
      ("NOT TRUE", CESQLOutcome(false)), ("not false", .init(true)), ("NOT NOT flag", .init(true)),
      ("-5", .init(-5)), ("- 5", .init(-5)), ("--5", .init(5)), ("-hop", .init(-3)), ("-'12'", .init(-12)),
      ("-sequence", .init(-12)), ("-TRUE", .init(-1)), ("-(-2147483648)", .init(0, .math)),
    ])
  func unary(text: String, outcome: CESQLOutcome) throws {
    #expect(try CESQLOutcome(of: text) == outcome)
  }

  @Test(
    "Equal and unequal, in both ways of writing, for each type",
    arguments: [
      ("1 = 1", true), ("1 = 2", false), ("'a' = 'a'", true), ("'a' = 'A'", false), ("TRUE = TRUE", true),
      ("TRUE = FALSE", false), ("1 != 2", true), ("1 != 1", false), ("'a' != 'b'", true), ("'a' != 'a'", false),
      ("TRUE != FALSE", true), ("1 <> 2", true), ("1 <> 1", false), ("'a' <> 'b'", true), ("FALSE <> FALSE", false),
      ("kind = 'noise'", true), ("'noise' = kind", true), ("kind = \"noise\"", true), ("kind = ''", false),
      ("empty = ''", true), ("'é' = 'e\u{301}'", false),
    ])
  func equality(text: String, value: Bool) throws {
    #expect(try CESQLOutcome(of: text) == .init(.boolean(value)))
  }

  @Test(
    "Comparisons are of numbers",
    arguments: [
      ("1 < 2", true), ("2 < 2", false), ("2 <= 2", true), ("3 <= 2", false), ("3 > 2", true), ("2 > 2", false),
      ("2 >= 2", true), ("1 >= 2", false), ("hop < sequence", true), ("'9' < '10'", true), ("TRUE > FALSE", true),
      ("-1 < 0", true),
    ])
  func comparisons(text: String, value: Bool) throws {
    #expect(try CESQLOutcome(of: text) == .init(.boolean(value)))
  }

  @Test(
    "Arithmetic rounds towards zero and stays within 32 bits",
    arguments: [
      ("2 + 3", CESQLOutcome(5)), ("2 - 3", .init(-1)), ("4-1", .init(3)), ("4 -1", .init(3)), ("2 * 3", .init(6)),
      ("7 / 2", .init(3)), ("-7 / 2", .init(-3)), ("7 % 3", .init(1)), ("-7 % 3", .init(-1)), ("7 % -3", .init(1)),
      ("'2' + '3'", .init(5)), ("sequence * 2", .init(24)), ("TRUE + TRUE", .init(2)),
      ("7 / 0", .init(0, .math)), ("7 % 0", .init(0, .math)), ("2147483647 + 1", .init(0, .math)),
      ("-2147483648 - 1", .init(0, .math)), ("65536 * 65536", .init(0, .math)),
      ("-2147483648 / -1", .init(0, .math)), ("-2147483648 % -1", .init(0)),
    ])
  func arithmetic(text: String, outcome: CESQLOutcome) throws {
    #expect(try CESQLOutcome(of: text) == outcome)
  }

  @Test(
    "AND, OR and XOR by their tables",
    arguments: [
      ("FALSE AND FALSE", false), ("FALSE AND TRUE", false), ("TRUE AND FALSE", false), ("TRUE AND TRUE", true),
      ("FALSE OR FALSE", false), ("FALSE OR TRUE", true), ("TRUE OR FALSE", true), ("TRUE OR TRUE", true),
      ("FALSE XOR FALSE", false), ("FALSE XOR TRUE", true), ("TRUE XOR FALSE", true), ("TRUE XOR TRUE", false),
      ("'true' AND 1", true), ("'FALSE' or 0", false),
    ])
  func logic(text: String, value: Bool) throws {
    #expect(try CESQLOutcome(of: text) == .init(.boolean(value)))
  }

  @Test("What decides on the left leaves the right unread, and nothing else does")
  func shortCircuit() throws {
    #expect(try CESQLOutcome(of: "FALSE AND missing") == .init(false))
    #expect(try CESQLOutcome(of: "TRUE OR missing") == .init(true))
    #expect(try CESQLOutcome(of: "TRUE AND (1 / 0 = 1)") == .init(false, .math))
    #expect(try CESQLOutcome(of: "FALSE OR (1 / 0 = 1)") == .init(false, .math))
    #expect(try CESQLOutcome(of: "TRUE XOR missing") == .init(false, .missingAttribute))
  }

  @Test(
    "IN casts the set to the type on its left",
    arguments: [
      ("1 IN (1, 2)", CESQLOutcome(true)), ("3 IN (1, 2)", .init(false)), ("3 NOT IN (1, 2)", .init(true)),
      ("1 not in (1)", .init(false)), ("kind IN ('noise', 'air')", .init(true)), ("kind IN ('Noise')", .init(false)),
      ("1 IN ('1')", .init(true)), ("'1' IN (1)", .init(true)), ("TRUE IN ('true')", .init(true)),
      ("'true' IN (TRUE)", .init(true)), ("'TRUE' IN (TRUE)", .init(false)), ("kind IN (kind)", .init(true)),
      ("kind IN (LOWER('NOISE'), 'x')", .init(true)), ("1 IN ('x')", .init(false, .cast)),
      ("1 NOT IN ('x')", .init(false, .cast)), ("missing IN ('a')", .init(false, .missingAttribute)),
      ("'a' IN ('a', missing)", .init(false, .missingAttribute)),
      ("missing NOT IN ('a')", .init(false, .missingAttribute)),
    ])
  func membership(text: String, outcome: CESQLOutcome) throws {
    #expect(try CESQLOutcome(of: text) == outcome)
  }

  @Test("EXISTS tells whether there is an attribute, empty or not")
  func exists() throws {
    for text in ["EXISTS id", "exists kind", "EXISTS empty", "EXISTS flag", "NOT EXISTS missing", "EXISTS TYPE"] {
      #expect(try CESQLOutcome(of: text) == .init(true))
    }
    #expect(try CESQLOutcome(of: "EXISTS missing") == .init(false))
  }

  @Test(
    "What binds tighter goes first, what binds alike from left to right",
    arguments: [
      ("1 + 2 * 3 = 7", "((1 + (2 * 3)) = 7)"), ("(1 + 2) * 3 = 9", "(((1 + 2) * 3) = 9)"),
      ("10 - 4 - 3 = 3", "(((10 - 4) - 3) = 3)"), ("24 / 4 / 2 = 3", "(((24 / 4) / 2) = 3)"),
      ("TRUE OR FALSE AND FALSE", "((TRUE OR FALSE) AND FALSE)"),
      ("1 < 2 = TRUE", "((1 < 2) = TRUE)"), ("NOT flag = FALSE", "((NOT flag) = FALSE)"),
      ("-2 + 3 = 1", "((-2 + 3) = 1)"), ("-hop + 3 = 0", "(((- hop) + 3) = 0)"),
      ("1 + hop IN (3) = 2", "((1 + (hop IN (3))) = 2)"),
      ("kind LIKE 'n%' = TRUE AND flag", "(((kind LIKE 'n%') = TRUE) AND flag)"),
      ("kind LIKE 'n%' IN (TRUE)", "((kind LIKE 'n%') IN (TRUE))"),
      ("kind NOT LIKE 'it\\'s' OR NOT EXISTS id", "((kind NOT LIKE 'it\\'s') OR (NOT (EXISTS id)))"),
      ("concat_ws('-', id, 1) = 'e-1-1'", "(CONCAT_WS('-', id, 1) = 'e-1-1')"),
    ])
  func precedence(text: String, reading: String) throws {
    #expect(try CESQL(text).expression.reading == reading)
    #expect(try CESQL(reading).expression == CESQL(text).expression)
  }
}
