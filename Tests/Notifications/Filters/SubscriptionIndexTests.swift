import Civics
import Contracts
import FoundationEssentials
import Support
import Testing

@testable import Notifications

@Suite("The index of subscriptions")
struct SubscriptionIndexTests {
  private func filter(
    _ types: [String] = ["ecoredress."], regions: [String] = ["000000"], kinds: [String] = [], colours: [Colour] = [],
    _ filters: JSON...
  ) throws -> EventFilter {
    EventFilter(
      types: types, regions: try regions.map { try RegionCode($0) }, kinds: kinds, colours: colours,
      filters: try FilterReader.filters(.array(filters), field: "filters"))
  }

  @Test func `what a filter demands is found in every dialect, and never too much`() throws {
    func demands(_ json: JSON) throws -> AttributeDemands { try filter([], json).demands }
    #expect(
      try demands(["exact": ["kind": "a", "subject": "s"]]) == ["kind": .oneOf(["a"]), "subject": .oneOf(["s"])])
    #expect(try demands(["prefix": ["subject": "uscc:"]]) == ["subject": .prefix("uscc:")])
    #expect(try demands(["suffix": ["subject": "x"]]).isEmpty && demands(["not": ["exact": ["kind": "a"]]]).isEmpty)
    #expect(
      try demands(["all": [["exact": ["kind": "a"]], ["prefix": ["kind": "a"]]]]) == ["kind": .oneOf(["a"])])
    #expect(
      try demands(["any": [["exact": ["kind": "a", "id": "1"]], ["exact": ["kind": "b"]]]]) == [
        "kind": .oneOf(["a", "b"])
      ])
    #expect(try demands(["sql": "kind = 'a' AND 'b' = subject"]) == ["kind": .oneOf(["a"]), "subject": .oneOf(["b"])])
    #expect(try demands(["sql": "kind IN ('a', 'b') OR kind = 'c'"]) == ["kind": .oneOf(["a", "b", "c"])])
    #expect(
      try demands(["sql": "subject LIKE 'uscc:%9' AND kind LIKE 'a'"]) == [
        "subject": .prefix("uscc:"), "kind": .oneOf(["a"]),
      ])
    for text in [
      "kind = 'a' OR subject = 'b'", "kind != 'a'", "NOT (kind = 'a')", "kind NOT IN ('a')", "kind NOT LIKE 'a%'",
      "kind LIKE '%a'", "sequence = 5", "kind IN ('a', id)", "kind = 'a' XOR TRUE", "LOWER(kind) = 'a'", "EXISTS kind",
    ] {
      #expect(try demands(["sql": .string(text)]).isEmpty, "\(text)")
    }
  }

  @Test func `an event is held against candidates, not against ten thousand`() throws {
    var filters: [UUID: EventFilter] = [:]
    for number in 0..<10_000 {
      let region = ["360402", "360403", "360404", "360423"][number % 4]
      filters[UUID()] =
        switch number % 5 {
        case 0: try filter(["ecoredress.petition."], regions: [region], ["exact": ["subject": .string("P-\(number)")]])
        case 1:
          try filter(
            ["ecoredress.colour."], regions: [region], ["sql": .string("subject = 'uscc:\(number)' AND colour = 'red'")]
          )
        case 2: try filter(regions: [region], ["prefix": ["subject": .string("uscc:\(number):")]])
        case 3: try filter(["ecoredress.score.changed.v1"], regions: [region], kinds: ["k\(number)"])
        default:
          try filter(
            ["ecoredress.compensation."], regions: [region], ["sql": .string("kind IN ('a\(number)', 'b\(number)')")])
        }
    }
    let all = try filter()
    let everything = UUID()
    filters[everything] = all
    let index = SubscriptionIndex(filters)
    #expect(index.count == 10_001)
    var event = Fixtures.event(type: .colourChanged, subject: "uscc:4001", region: "360403")
    #expect(index.candidateCount(for: EventFeatures(event)) == 2)
    #expect(index.subscriptions(for: EventFeatures(event)).count == 2)
    event.colour = .green
    #expect(index.subscriptions(for: EventFeatures(event)) == [everything])
    event.subject = "somebody else"
    #expect(index.candidateCount(for: EventFeatures(event)) == 1)
  }

  @Test func `the same filter of many agencies is decided once`() throws {
    let same = try filter(["ecoredress.petition."], ["sql": "LENGTH(subject) > 1"])
    let filters = Dictionary(uniqueKeysWithValues: (0..<5_000).map { _ in (UUID(), same) })
    let index = SubscriptionIndex(filters)
    let features = EventFeatures(Fixtures.event(type: .petitionAccepted))
    #expect(index.candidateCount(for: features) == 1)
    #expect(Set(index.subscriptions(for: features)) == Set(filters.keys))
  }

  @Test func `what the index finds is what looking at every filter finds`() throws {
    var generator = SeededGenerator(seed: 17)
    let (types, regions) = (
      ["ecoredress.", "ecoredress.colour.", "ecoredress.colour.changed.v1", "ecoredress.petition."],
      ["000000", "360000", "360400", "360482", "350000"]
    )
    let parts: [JSON] = [
      ["exact": ["subject": "s1"]], ["exact": ["subject": "s2", "kind": "a"]], ["prefix": ["subject": "s"]],
      ["prefix": ["subject": "s1"]], ["suffix": ["subject": "1"]], ["sql": "subject IN ('s1', 's3')"],
      ["sql": "kind = 'a' OR subject = 's2'"], ["sql": "subject LIKE 's_' AND NOT EXISTS kind"],
      ["not": ["exact": ["kind": "b"]]],
      ["any": [["exact": ["subject": "s3"]], ["exact": ["subject": "s1"]]]], ["sql": "colour = 'red' XOR kind = 'a'"],
    ]
    var filters: [UUID: EventFilter] = [:]
    for _ in 0..<400 {
      var made = try filter(
        types.filter { _ in Bool.random(using: &generator) } + [types[0]],
        regions: regions.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 } + [
          regions.randomElement(using: &generator) ?? "000000"
        ])
      if Bool.random(using: &generator) { made = EventFilter(types: [types[1]], regions: made.regions) }
      if Int.random(in: 0..<4, using: &generator) == 0 { made.kinds = ["a"] }
      if Int.random(in: 0..<4, using: &generator) == 0 { made.colours = [.red, .yellow] }
      made.filters = try FilterReader.filters(
        .array(parts.filter { _ in Int.random(in: 0..<5, using: &generator) == 0 }), field: "filters")
      filters[UUID()] = made
    }
    let index = SubscriptionIndex(filters)
    var found = 0
    for subject in ["s1", "s2", "s3", "x"] {
      for region in regions + ["999999"] {
        for (kind, colour) in [("a", Colour?.some(.red)), ("b", .green), (nil, nil), (nil, .red)] {
          var event = Fixtures.event(subject: subject, region: region, colour: colour)
          event.kind = kind
          let features = EventFeatures(event)
          let scanned = Set(filters.filter { $0.value.matches(features) }.map(\.key))
          #expect(Set(index.subscriptions(for: features)) == scanned)
          found += scanned.count
        }
      }
    }
    #expect(found > 1_000)
  }

  @Test func `a subscription to many types and regions is kept under its types alone`() throws {
    let wide = try filter(
      ContractCatalogue.contracts.prefix(30).map(\.type.rawValue) + ["ecoredress.colour.changed.v1"],
      regions: ["360402", "360403", "360482"])
    let id = UUID()
    let index = SubscriptionIndex([id: wide])
    #expect(index.subscriptions(for: EventFeatures(Fixtures.event(region: "360482"))) == [id])
    #expect(index.subscriptions(for: EventFeatures(Fixtures.event(region: "360404"))).isEmpty)
  }
}
