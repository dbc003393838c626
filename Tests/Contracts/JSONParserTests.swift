import Contracts
import FoundationEssentials
import Testing

@Suite("Parsing JSON")
struct JSONParserTests {
  private func parse(_ text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) -> JSON {
    try JSON(parsing: Array(text.utf8), limits: limits)
  }

  @Test("Every kind of value is read as RFC 8259 writes it")
  func kinds() throws {
    #expect(try parse(" null ") == .null)
    #expect(try parse("true") == true)
    #expect(try parse("false\n") == false)
    #expect(try parse("[]") == [])
    #expect(try parse("{ }") == [:])
    #expect(try parse(#"{"a":[1,"x",{"b":null}]}"#) == ["a": [1, "x", ["b": .null]]])
    #expect(try parse(#""""#) == "")
  }

  @Test("Numbers keep their text and are exact")
  func numbers() throws {
    #expect(try parse("9223372036854775807").integer == Int64.max)
    #expect(try parse("9223372036854775808").integer == nil)
    #expect(try parse("-0") == .number("-0"))
    #expect(try parse("1579.50").decimal == 1579.5)
    #expect(try parse("1.5").integer == nil)
    #expect(try parse("1E2") == .number("1E2"))
    #expect(try parse("0.1").decimal?.description == "0.1")
    #expect(try parse(String(repeating: "9", count: 60)).decimal == nil)
  }

  @Test("Escapes become the characters they stand for")
  func escapes() throws {
    #expect(try parse(#""\"\\\/\b\f\n\r\t\u0041\u6c34\ud842\udfb7""#) == "\"\\/\u{8}\u{c}\n\r\tA水𠮷")
    #expect(try parse(#""plain run before \u0000 and after""#) == "plain run before \0 and after")
  }

  @Test(
    "What is not JSON is refused at the byte that cannot stand",
    arguments: [
      ("", JSONError(.unexpectedEnd, at: 0)), ("{", JSONError(.unexpectedEnd, at: 1)),
      ("nul", JSONError(.unexpectedEnd, at: 3)), ("nulL", JSONError(.unexpectedByte, at: 3)),
      ("[1,]", JSONError(.unexpectedByte, at: 3)), ("{\"a\":1,}", JSONError(.unexpectedByte, at: 7)),
      ("{a:1}", JSONError(.unexpectedByte, at: 1)), ("{\"a\" 1}", JSONError(.unexpectedByte, at: 5)),
      ("1 2", JSONError(.trailingBytes, at: 2)), ("01", JSONError(.invalidNumber, at: 0)),
      ("-", JSONError(.unexpectedEnd, at: 1)), ("1.", JSONError(.unexpectedEnd, at: 2)),
      ("1.x", JSONError(.invalidNumber, at: 2)), ("1e+", JSONError(.unexpectedEnd, at: 3)),
      ("+1", JSONError(.unexpectedByte, at: 0)), ("NaN", JSONError(.unexpectedByte, at: 0)),
      ("'a'", JSONError(.unexpectedByte, at: 0)), ("\"abc", JSONError(.unexpectedEnd, at: 4)),
      ("\"a\u{1}b\"", JSONError(.controlCharacter, at: 2)), ("\"a\nb\"", JSONError(.controlCharacter, at: 2)),
      (#""\x""#, JSONError(.invalidEscape, at: 1)), (#""\u00g0""#, JSONError(.invalidEscape, at: 1)),
      (#""\u00"#, JSONError(.unexpectedEnd, at: 5)), (#""\ud800""#, JSONError(.loneSurrogate, at: 1)),
      (#""a\udc00""#, JSONError(.loneSurrogate, at: 2)), (#""\ud800\u0041""#, JSONError(.loneSurrogate, at: 1)),
      (#"{"a":1,"a":2}"#, JSONError(.duplicateName, at: 7)), ("\u{FEFF}{}", JSONError(.unexpectedByte, at: 0)),
      ("/*c*/1", JSONError(.unexpectedByte, at: 0)),
    ])
  func refused(text: String, error: JSONError) {
    #expect(throws: error) { try parse(text) }
  }

  @Test("Bytes that are not UTF-8 are refused where they begin, with and without escapes around")
  func invalidUTF8() {
    let cases: [([UInt8], Int)] = [
      ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 1), ([0x22, 0x5C, 0x6E, 0xFF, 0x22], 3),
    ]
    for (bytes, offset) in cases {
      #expect(throws: JSONError(.invalidUTF8, at: offset)) { try JSON(parsing: bytes) }
    }
  }

  @Test("Special bytes are found at every distance from the start of a string")
  func alignment() throws {
    for length in 0..<40 {
      let plain = String(repeating: "x", count: length)
      #expect(try parse("\"\(plain)\"") == .string(plain))
      #expect(try parse("\"\(plain)\\n\(plain)\"") == .string("\(plain)\n\(plain)"))
      #expect(try parse("\"\(plain)水\"") == .string("\(plain)水"))
      #expect(throws: JSONError(.controlCharacter, at: length + 1)) { try parse("\"\(plain)\u{1F}\(plain)\"") }
    }
  }

  @Test("Depth and size have limits, and the limit itself is allowed")
  func limits() throws {
    let deep = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(throws: Never.self) { try parse(deep(32)) }
    #expect(throws: JSONError(.tooDeep, at: 32)) { try parse(deep(33)) }
    #expect(throws: JSONError(.tooDeep, at: 32)) { try parse(String(repeating: "[", count: 500_000)) }
    #expect(throws: Never.self) { try parse("[1]", limits: JSONLimits(maximumBytes: 3)) }
    #expect(throws: JSONError(.tooLarge, at: 3)) { try parse("[10]", limits: JSONLimits(maximumBytes: 3)) }
    #expect(throws: JSONError(.invalidNumber, at: 0)) { try parse(String(repeating: "1", count: 129)) }
  }

  @Test("An object of very many names is read in linear time and its duplicates are still found")
  func manyNames() throws {
    var members = (0..<60_000).map { "\"k\($0)\":0" }
    let start = ContinuousClock.now
    #expect(try parse("{\(members.joined(separator: ","))}").object?.members.count == 60_000)
    // Comparing each name with each would take minutes even in a release build.
    #expect(ContinuousClock.now - start < .seconds(20))
    members.append("\"k17\":0")
    #expect(throws: JSONError.self) { try parse("{\(members.joined(separator: ","))}") }
  }
}
