import Contracts
import Testing

@testable import ServiceKit

@Suite("What commands print")
struct ListingTests {
  private var listing: Listing {
    var listing = Listing("id", "name", "isDone", "places")
    listing.add(.integer(1), "two\twords\nand a line", .bool(true), ["a", "b"])
    listing.add(.integer(2), .null, .bool(false), [])
    return listing
  }

  @Test func `people get a line each, whatever a text holds`() {
    #expect(listing.text == "id\tname\tisDone\tplaces\n1\ttwo words and a line\tyes\ta,b\n2\t-\tno\t")
  }

  @Test func `programs get objects with what is there`() throws {
    let json = try JSON(parsing: Array(listing.json.text.utf8))
    #expect(json.array?.count == 2)
    #expect(json.array?.first?["name"]?.string == "two\twords\nand a line")
    #expect(json.array?.last?["name"] == .null)
  }
}
