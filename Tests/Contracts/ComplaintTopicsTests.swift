import Contracts
import Testing

@Suite("Which sources may use which topic")
struct ComplaintTopicsTests {
  private let text = " eco.complaints = * ; eco.vendor-a = /hotline/vendor-a , /hotline/vendor-a/* ; eco.b=/hotline/b;"

  @Test("The grammar is read with white space anywhere between its parts")
  func grammar() throws {
    let topics = try ComplaintTopics(parsing: text)
    #expect(topics.topics == ["eco.complaints", "eco.vendor-a", "eco.b"])
    #expect(topics.bindings[1].patterns == [.exactly("/hotline/vendor-a"), .below("/hotline/vendor-a/")])
  }

  @Test("A source with a topic of its own cannot be used on the shared one")
  func impersonation() throws {
    let topics = try ComplaintTopics(parsing: text)
    #expect(topics.admits(source: "/hotline/12369", on: "eco.complaints"))
    #expect(!topics.admits(source: "/hotline/vendor-a", on: "eco.complaints"))
    #expect(!topics.admits(source: "/hotline/vendor-a/desk-1", on: "eco.complaints"))
    #expect(topics.admits(source: "/hotline/vendor-a", on: "eco.vendor-a"))
    #expect(topics.admits(source: "/hotline/vendor-a/desk-1", on: "eco.vendor-a"))
    #expect(!topics.admits(source: "/hotline/vendor-a/", on: "eco.vendor-a"))
    #expect(!topics.admits(source: "/hotline/vendor-ab", on: "eco.vendor-a"))
    #expect(!topics.admits(source: "/hotline/b", on: "eco.vendor-a"))
    #expect(!topics.admits(source: "/hotline/12369", on: "elsewhere"))
  }

  @Test("Without the setting any source may use the one topic")
  func standard() {
    let topics = ComplaintTopics(prefix: .standard)
    #expect(topics.topics == ["ecoredress.complaints"])
    #expect(topics.admits(source: "anybody", on: "ecoredress.complaints"))
  }

  @Test(
    "What cannot be meant is refused",
    arguments: [
      "", " ; ", "topic", "topic=", "=*", "to pic=*", "t=*;t=/a", "t=/a,,/b", "t=/a*", "t=/", "t=a b", "t=/*/a",
    ])
  func refused(text: String) {
    #expect(throws: ComplaintTopicsError.self) { try ComplaintTopics(parsing: text) }
  }
}
