import Contracts
import Testing

@testable import Petitions

@Suite("What a complaint says")
struct CanonicalComplaintTests {
  @Test func `the same fields in another order, with other white space and unknown fields, say the same`() throws {
    let text = #"{"externalId":"1","channel":"EMAIL","region":"360400","category":"water","content":"臭","x":[1]}"#
    let other = #"{ "content":"\u81ed", "category":"water","region":"360400","channel":"EMAIL","externalId":"1"}"#
    let first = try ComplaintSubmitted(json: try JSON(parsing: Array(text.utf8)))
    let second = try ComplaintSubmitted(json: try JSON(parsing: Array(other.utf8)))
    #expect(CanonicalComplaint.bytes(first) == CanonicalComplaint.bytes(second))
  }

  @Test func `other words, another reporter or another wish say something else`() {
    let first = CanonicalComplaint.bytes(Fixtures.complaint())
    #expect(first != CanonicalComplaint.bytes(Fixtures.complaint(content: "别的")))
    #expect(first != CanonicalComplaint.bytes(Fixtures.complaint(reporter: nil)))
    #expect(first != CanonicalComplaint.bytes(Fixtures.complaint(wantsReply: false)))
  }

  @Test func `an identity sealed anew is the same identity`() {
    let first = CanonicalComplaint.bytes(Fixtures.complaint(reporter: Reporter(sealed: [1, 2, 3])))
    #expect(first == CanonicalComplaint.bytes(Fixtures.complaint(reporter: Reporter(sealed: [4, 5, 6]))))
    #expect(first != CanonicalComplaint.bytes(Fixtures.complaint(reporter: nil)))
  }

  @Test(arguments: [
    ("138 0013-8000", "13800138000"), ("1380013 8000", "13800138000"), ("+86 138 0013 8000", "13800138000"),
    ("138", "138"),
  ])
  func `telephone numbers are hashed in one form`(written: String, form: String) {
    #expect(ContactForm.phone(written) == form)
  }
}
