import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Notifications

@Suite("The addressee book")
struct AddresseeTests {
  private func contacts() throws -> AddresseeContacts {
    try AddresseeContacts(
      fields: JSONFields(
        ["person": "周工", "phone": "0792-1234567", "email": "zhou@example.com", "address": "长江大道1号"],
        path: "contacts"))
  }

  @Test func `contact data are sealed at rest and opened for a send`() async throws {
    try await NoticeOffice.with { office in
      let firm = Firms.valid(1)[0]
      try await office.enter(firm, .enterprise, contacts: try contacts())
      try await office.enter("unit:360400", .unit, region: "360400", isActive: false, contacts: try contacts())
      let row = try await office.pool.query(
        "select encode(contacts, 'escape') || addressee::text from addressee", as: String.self
      ).joined()
      for word in ["周工", "1234567", "zhou@", "长江大道"] { #expect(!row.contains(word)) }
      let cards = try await office.runner.read {
        try await office.desk.addresseeBook.cards(of: [firm, "unit:360400", "unit:360482"], on: $0)
      }
      #expect(
        cards[firm]?.address(by: .email) == "zhou@example.com" && cards[firm]?.address(by: .sms) == "0792-1234567")
      #expect(cards[firm]?.address(by: .inbox) == firm && cards[firm]?.name == "单位 \(firm)")
      // Nobody has entered this unit: its inbox waits all the same. Who is switched off has none.
      #expect(cards["unit:360482"]?.address(by: .inbox) == "unit:360482")
      #expect(cards["unit:360482"]?.address(by: .email) == nil && cards["unit:360400"] == nil)
      // A change that says nothing of contact data leaves them.
      try await office.enter(firm, .enterprise, tags: ["电镀"])
      let later = try await office.runner.read { try await office.desk.addresseeBook.cards(of: [firm], on: $0) }
      #expect(later[firm]?.address(by: .email) == "zhou@example.com")
    }
  }

  @Test func `keys say whom they name, and no petitioner is ever in the book`() async throws {
    let firm = Firms.valid(1)[0]
    for (key, audience, isValid) in [
      ("unit:360400", MessageAudience.unit, true), ("unit:999999", .unit, false), ("360400", .unit, false),
      (firm, .enterprise, true), ("uscc:91360482MA35XXXXX1", .enterprise, false),
      ("site:360482:黑作坊", .enterprise, true),
      ("water-bureau", .agency, true), ("unit:360400", .agency, false), ("court:360400", .judiciary, true),
      ("court:", .judiciary, false), ("insurer:picc", .insurer, true), ("public:expert-7", .participants, true),
      ("petitioner-1", .petitioner, false), ("", .agency, false),
    ] {
      #expect(AddresseeKey.isValid(key, for: audience) == isValid, "\(key) \(audience)")
    }
    try await NoticeOffice.with { office in
      await #expect(throws: NoticeError.self) { try await office.enter("petitioner-1", .petitioner) }
      let entered = try await office.count("select count(*) from addressee")
      #expect(entered == 0)
    }
  }

  @Test func `contact data that cannot be dialled or mailed are refused, without their values`() {
    for (name, value) in [("phone", "call me"), ("email", "zhou at example"), ("email", "a@b@c.d")] {
      do {
        _ = try AddresseeContacts(fields: JSONFields([name: .string(value)] as JSON, path: "contacts"))
        Issue.record("\(value) was taken")
      } catch {
        #expect(error.field == "contacts.\(name)" && !"\(error)".contains(value))
      }
    }
  }

  @Test func `an addressee's order of channels is kept as far as the rule allows`() {
    var entry = Addressee(key: "unit:360400", audience: .unit, name: "x", region: "360400")
    #expect(entry.order([.inbox, .sms], urgency: .ordinary) == [.inbox, .sms])
    entry.channels = [.sms, .email]
    #expect(entry.order([.inbox, .sms, .email], urgency: .ordinary) == [.sms, .email])
    #expect(entry.order([.inbox], urgency: .urgent) == [.inbox])
    #expect(entry.order([.inbox, .letter], urgency: .legal) == [.inbox, .letter])
  }
}
