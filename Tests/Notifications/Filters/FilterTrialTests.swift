import Civics
import Contracts
import Testing

@testable import Notifications

@Suite("Trying a filter")
struct FilterTrialTests {
  private func trial(_ filters: JSON, kinds: [String] = [], colours: [Colour] = []) throws -> FilterTrial {
    let filter = EventFilter(
      types: ["ecoredress.colour."], regions: [try RegionCode("360400")], kinds: kinds, colours: colours,
      filters: try FilterReader.filters(filters, field: "filters"))
    return FilterTrial(filter, on: EventFeatures(Fixtures.event()))
  }

  @Test func `every part says for itself whether it lets the event pass`() throws {
    let passing = try trial([["exact": ["colour": "red"]], ["sql": "region = 360482"]], colours: [.red])
    #expect(passing.passes)
    #expect(passing.parts.map(\.field) == ["types", "regions", "kinds", "colours", "filters[0]", "filters[1]"])
    let failing = try trial([["exact": ["colour": "red"]], ["sql": "region = 1"]], kinds: ["noise"])
    #expect(!failing.passes)
    #expect(failing.parts.map(\.passes) == [true, true, false, true, true, false])
  }

  @Test func `an expression shows how it is read, what it came to, and everything that went wrong`() throws {
    let part = try #require(try trial([["sql": "colour = 'red' OR kind = 'x' AND LENGTH(level) > 1"]]).parts.last)
    #expect(part.reading == "(((colour = 'red') OR (kind = 'x')) AND (LENGTH(level) > 1))")
    #expect(part.value == .boolean(false) && !part.passes)
    #expect(part.errors.map(\.kind) == [.missingAttribute])
    #expect(part.errors.first?.message == "The event has no attribute level.")
    let inner = try #require(try trial([["not": ["sql": "kind = 'x'"]]]).parts.last)
    #expect(inner.passes && inner.reading == nil)
  }
}
