import Contracts
import FoundationEssentials
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  @Test("The writer is compact and keeps the order of members")
  func compact() {
    let json: JSON = ["b": [1, .number("2.50"), true, .null], "a": ["x": "水"]]
    #expect(json.text == #"{"b":[1,2.50,true,null],"a":{"x":"水"}}"#)
  }

  @Test("Only what must be escaped is escaped, and reads back the same")
  func escapes() throws {
    let text = "\"\\/\u{0}\u{8}\u{9}\u{a}\u{c}\u{d}\u{1f}\u{7f}水𠮷"
    let bytes = JSON.string(text).bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "\"\\\"\\\\/\\u0000\\b\\t\\n\\f\\r\\u001f\u{7f}水𠮷\"")
    #expect(try JSON(parsing: bytes) == .string(text))
  }

  @Test("Objects are equal whatever the order of their members, and unequal when one differs")
  func equality() {
    let left: JSON = ["a": 1, "b": 2]
    #expect(left == ["b": 2, "a": 1])
    #expect(left != ["a": 1, "b": 3])
    #expect(left != ["a": 1, "c": 2])
    #expect(left != ["a": 1])
  }

  @Test("A field without a value is left out; setting one again replaces it")
  func setting() {
    var object = JSONObject()
    object.set("a", "x")
    object.set("b", nil as String?)
    object.set("a", Date(timeIntervalSince1970: 0.5))
    object.set("c", base64: [0xFF, 0x00])
    #expect(JSON.object(object).text == #"{"a":"1970-01-01T00:00:00.5Z","c":"/wA="}"#)
  }
}
