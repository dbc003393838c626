import Contracts
import FoundationEssentials
import Testing

@Suite("Ids that follow from what they name")
struct EventIdentityTests {
  @Test("UUIDs of version 5 are those of RFC 9562")
  func vector() throws {
    let dns = try #require(UUID(uuidString: "6ba7b810-9dad-11d1-80b4-00c04fd430c8"))
    let uuid = EventIdentity.uuidV5(namespace: dns, name: "www.example.com")
    #expect(uuid.lowercased == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }

  @Test("Published namespaces and ids never change")
  func pinned() {
    #expect(EventIdentity.eventNamespace.lowercased == "86321949-2bb6-5b53-950e-3b2e9450d3af")
    #expect(EventIdentity.petitionNamespace.lowercased == "2111c40d-b231-516a-a6e5-02ed852a0d07")
    #expect(EventIdentity.causeNamespace.lowercased == "f9c5fa93-2855-5987-8404-f9f32154bb20")
    let petition = EventIdentity.petition(source: "/hotline/12369", externalId: "c-1")
    #expect(petition.lowercased == "e5bd4c85-e0bf-5dd8-ba62-df06baedcdb7")
    let event = EventIdentity.event(cause: "e-1", type: .petitionReceived, ordinal: 0)
    #expect(event.lowercased == "6a3f2b3b-1388-57b1-8218-e826cbe6386a")
  }

  @Test("The same input gives the same id, any other input another")
  func distinct() {
    let base = EventIdentity.event(cause: "e-1", type: .petitionReceived, ordinal: 0)
    #expect(base == EventIdentity.event(cause: "e-1", type: .petitionReceived, ordinal: 0))
    #expect(base != EventIdentity.event(cause: "e-2", type: .petitionReceived, ordinal: 0))
    #expect(base != EventIdentity.event(cause: "e-1", type: .petitionAccepted, ordinal: 0))
    #expect(base != EventIdentity.event(cause: "e-1", type: .petitionReceived, ordinal: 1))
    #expect(EventIdentity.cause(source: "a", id: "b") != EventIdentity.petition(source: "a", externalId: "b"))
  }

  @Test("No two pairs of source and externalId join to one name")
  func joining() {
    let parts = ["", "a", "ab", "b", "1:a,", ",", ":", "1:", "a,1:b"]
    var seen: Set<UUID> = []
    for source in parts {
      for externalId in parts { seen.insert(EventIdentity.petition(source: source, externalId: externalId)) }
    }
    #expect(seen.count == parts.count * parts.count)
  }

  @Test("Types know their family and version")
  func types() {
    #expect(EventType.petitionReceived.family == "ecoredress.petition.received")
    #expect(EventType.petitionReceived.version == 1)
    #expect(EventType(rawValue: "a.v12").version == 12)
    for text in ["", "a", "a.v", "a.vx", "a.b", "v1"] { #expect(EventType(rawValue: text).version == nil) }
  }
}
