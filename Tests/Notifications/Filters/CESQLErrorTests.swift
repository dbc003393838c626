import Support
import Testing

@testable import Notifications

@Suite("CloudEvents SQL: errors, texts and limits")
struct CESQLErrorTests {
  @Test(
    "An operator around a missing attribute comes to its own zero",
    arguments: [
      ("missing", CESQLOutcome(false, .missingAttribute)), ("missing = ''", .init(false, .missingAttribute)),
      ("missing != 1", .init(false, .missingAttribute)), ("missing <> 'a'", .init(false, .missingAttribute)),
      ("missing * 5", .init(0, .missingAttribute)), ("1 / missing", .init(0, .missingAttribute)),
      ("missing % 0", .init(0, .missingAttribute)), ("-missing", .init(0, .missingAttribute)),
      ("NOT missing", .init(false, .missingAttribute)), ("missing LIKE '%'", .init(false, .missingAttribute)),
      ("missing NOT LIKE 'a'", .init(false, .missingAttribute)), ("LENGTH(missing)", .init(0, .missingAttribute)),
      ("CONCAT('a', missing)", .init("", .missingAttribute)), ("BOOL(missing)", .init(false, .missingAttribute)),
      ("missing AND TRUE", .init(false, .missingAttribute)), ("missing OR TRUE", .init(false, .missingAttribute)),
      ("missing < other", .init(false, .missingAttribute, .missingAttribute)),
      ("TRUE AND (missing = '')", .init(false, .missingAttribute)),
    ])
  func missing(text: String, outcome: CESQLOutcome) throws {
    #expect(try CESQLOutcome(of: text) == outcome)
  }

  @Test(
    "A function that is not there is false, whatever its arguments",
    arguments: ["NOPE(1)", "ABS()", "ABS(1, 2)", "CONCAT_WS()", "SUBSTRING('a')", "LEFT('a', 1, 2)", "INT(missing, 1)"])
  func missingFunctions(text: String) throws {
    #expect(try CESQLOutcome(of: text) == .init(false, .missingFunction))
    #expect(try !CESQL(text).expression.unknownFunctions.isEmpty)
  }

  @Test("Everything that went wrong is told, in order; a filter stops at the first and lets nothing pass")
  func collecting() throws {
    let text = "1 / 0 = LENGTH(missing) XOR NOPE()"
    #expect(try CESQLOutcome(of: text) == .init(false, .math, .missingAttribute, .missingFunction))
    var asked: [String] = []
    let passes = try CESQL("1 / 0 = LENGTH(missing)").matches {
      asked.append($0)
      return nil
    }
    #expect(!passes && asked.isEmpty)
  }

  @Test("An event passes when the expression is the Boolean true, without any error")
  func passing() throws {
    func passes(_ text: String) throws -> Bool { try CESQL(text).matches { CESQLOutcome.attributes[$0] } }
    #expect(try passes("kind = 'noise'") && passes("flag") && passes("TRUE"))
    for text in ["1", "'true'", "kind", "FALSE", "missing", "TRUE AND missing", "LEFT('true', -1)"] {
      #expect(try !passes(text))
    }
    // Right as a whole, but something in it went wrong.
    #expect(try !passes("TRUE XOR (missing = 1)"))
  }

  @Test(
    "Texts in either quotes, with the other as it is and its own escaped",
    arguments: [
      ("'a'", "a"), ("\"a\"", "a"), ("''", ""), ("'it\\'s'", "it's"), ("\"say \\\"x\\\"\"", "say \"x\""),
      ("'a\"b'", "a\"b"), ("\"it's\"", "it's"), ("'a\\b'", "a\\b"), ("'a\\\"b'", "a\\\"b"), ("'AbC 污染'", "AbC 污染"),
      ("'AND'", "AND"),
    ])
  func literals(text: String, value: String) throws {
    #expect(try CESQLOutcome(of: text) == .init(.string(value)))
  }

  @Test("Numbers of 32 bits, words in any case, white space of any kind")
  func words() throws {
    #expect(try CESQLOutcome(of: "-2147483648") == .init(.integer(.min)))
    #expect(try CESQLOutcome(of: "+2147483647") == .init(.integer(.max)))
    #expect(try CESQLOutcome(of: "tRuE\n\tAnD\r\nNoT(FALSE)") == .init(true))
    #expect(try CESQLOutcome(of: "KIND = 'noise' and Exists Region") == .init(true))
  }

  @Test(
    "What breaks the grammar is refused at its place",
    arguments: [
      ("", 1), ("   ", 4), ("kind =", 7), ("= 1", 1), ("kind 'a'", 6), ("(kind = 'a'", 12), ("kind = 'a')", 11),
      ("kind = 'a", 8), ("kind = \"a", 8), ("kind == 'a'", 7), ("kind = 'a' AND", 15), ("LENGTH('a'", 11),
      ("LENGTH('a',)", 12), ("kind IN ()", 10), ("kind IN 'a'", 9), ("kind LIKE 123", 11), ("kind LIKE id", 11),
      ("EXISTS", 7), ("EXISTS 'a'", 8), ("EXISTS (id)", 8), ("2147483648", 1), ("-2147483649", 2), ("+ 5", 1),
      ("kind ； 1", 6), ("kind = ‘a’", 8), ("data.kind = 1", 5), ("my_kind = 1", 1), ("F1(2)", 1), ("_f(2)", 1),
      ("AND = 1", 1), ("NOT", 4), ("kind NOT 'a'", 6), ("TRUE(1)", 5), ("IN(1)", 1), ("1 , 2", 3), ("'it''s'", 5),
    ])
  func grammar(text: String, position: Int) throws {
    let error = #expect(throws: CESQLParseError.self) { try CESQL(text) }
    #expect(error?.position == position)
    #expect(error?.message.hasSuffix(".") == true && error?.remedy.hasSuffix(".") == true)
  }

  @Test("Length, depth and number of parts are bounded; within the bounds everything is read")
  func limits() throws {
    let long = "kind = '" + String(repeating: "a", count: CESQL.limit - 9) + "'"
    #expect(throws: Never.self) { try CESQL(long) }
    #expect(throws: CESQLParseError.self) { try CESQL(long + " ") }
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "flag" + String(repeating: ")", count: depth)
    }
    #expect(throws: Never.self) { try CESQL(nested(CESQLParser.depthLimit - 1)) }
    #expect(throws: CESQLParseError.self) { try CESQL(nested(CESQLParser.depthLimit)) }
    #expect(throws: CESQLParseError.self) { try CESQL(String(repeating: "(", count: CESQL.limit)) }
    #expect(throws: CESQLParseError.self) { try CESQL(String(repeating: "NOT ", count: 1_000) + "flag") }
    func chained(_ count: Int) -> String { Array(repeating: "flag", count: count).joined(separator: " OR ") }
    #expect(try CESQLOutcome(of: chained(CESQLParser.sizeLimit / 2)) == .init(true))
    #expect(throws: CESQLParseError.self) { try CESQL(chained(CESQLParser.sizeLimit / 2 + 1)) }
  }

  @Test("Whatever text comes in, it is read or refused, and evaluated to the end")
  func hostile() throws {
    var generator = SeededGenerator(seed: 20_240_613)
    let words = [
      "kind", "missing", "'a'", "\"b", "1", "-2147483648", "(", ")", ",", "NOT", "AND", "OR", "XOR", "LIKE", "IN",
      "EXISTS",
      "=", "!=", "<>", "<", ">=", "+", "-", "*", "/", "%", "LENGTH", "SUBSTRING", "CONCAT", "TRUE", "\\", "'%_\\%'",
      "污",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...12, using: &generator))
        .map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
      guard let expression = try? CESQL(text) else { continue }
      read += 1
      let (_, errors) = expression.evaluate { CESQLOutcome.attributes[$0] }
      #expect(try CESQL(expression.expression.reading).expression == expression.expression)
      if !errors.isEmpty { #expect(!expression.matches { CESQLOutcome.attributes[$0] }) }
    }
    #expect(read > 500)
  }
}
