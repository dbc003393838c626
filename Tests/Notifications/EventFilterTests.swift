import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Notifications

@Suite("Filters of subscriptions")
struct EventFilterTests {
  private func filter(
    _ types: [String] = ["ecoredress."], regions: [String] = ["000000"], colours: [Colour] = []
  ) throws -> EventFilter {
    EventFilter(types: types, regions: try regions.map { try RegionCode($0) }, colours: colours)
  }

  @Test func `a whole type stands for itself, a beginning for all that begin so`() throws {
    let red = EventFeatures(Fixtures.event())
    #expect(try filter(["ecoredress.colour.changed.v1"]).matches(red))
    #expect(try filter(["ecoredress.colour."]).matches(red))
    #expect(try filter(["ecoredress.petition.", "ecoredress.colour."]).matches(red))
    #expect(try !filter(["ecoredress.colour.changed.v2"]).matches(red))
    #expect(try !filter(["ecoredress.colour.changed.v"]).matches(red))
    #expect(try !filter(["ecoredress.score."]).matches(red))
  }

  @Test func `a region covers those below it and no others`() throws {
    let event = EventFeatures(Fixtures.event(region: "360482"))
    for region in ["000000", "360000", "360400", "360482"] { #expect(try filter(regions: [region]).matches(event)) }
    for region in ["350000", "360100", "360481"] { #expect(try !filter(regions: [region]).matches(event)) }
    #expect(try filter(regions: ["350000", "360400"]).matches(event))
  }

  @Test func `an event without a known region belongs to the whole country alone`() throws {
    let event = EventFeatures(Fixtures.event(region: "999999"))
    #expect(try filter(regions: ["000000"]).matches(event))
    #expect(try !filter(regions: ["360000"]).matches(event))
  }

  @Test func `colours, when given, must match`() throws {
    #expect(try filter(colours: [.red]).matches(EventFeatures(Fixtures.event(colour: .red))))
    #expect(try !filter(colours: [.red]).matches(EventFeatures(Fixtures.event(colour: .green))))
    #expect(try !filter(colours: [.red]).matches(EventFeatures(Fixtures.event(colour: nil))))
    #expect(try filter(colours: []).matches(EventFeatures(Fixtures.event(colour: nil))))
  }

  @Test func `only patterns that stand for an event of the three topics are known`() {
    #expect(EventFilter.isKnown("ecoredress.petition.received.v1") && EventFilter.isKnown("ecoredress.compensation."))
    for pattern in [
      "ecoredress.petitioner-message.requested.v1", "ecoredress.complaint.", "ecoredress.petition", "*", "",
    ] {
      #expect(!EventFilter.isKnown(pattern))
    }
  }

  @Test func `each event of a batch goes to every subscription that wants it`() throws {
    let (all, red) = (UUID(), UUID())
    let filters = [all: try filter(), red: try filter(colours: [.red])]
    let matches = FanOutEvents.match(
      [Fixtures.event("a"), Fixtures.event("b", colour: .green), Fixtures.event("c")], SubscriptionIndex(filters))
    #expect(matches.map(\.event.id) == ["a", "b", "c"])
    #expect(matches.map { Set($0.subscriptions) } == [[all, red], [all], [all, red]])
  }
}
