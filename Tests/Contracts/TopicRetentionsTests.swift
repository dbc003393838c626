import Testing

@testable import Contracts

@Suite("Retention of topics as a setting")
struct TopicRetentionsTests {
  @Test func `topics with a time of their own keep it, the others are as in the catalogue`() throws {
    let retentions = try #require(TopicRetentions(parsing: " petitions = 90 ; scores=365; "))
    #expect(retentions.days == ["petitions": 90, "scores": 365])
    #expect(retentions.applied(to: .petitions).cleanup == .delete(after: .seconds(90 * 86_400)))
    #expect(retentions.applied(to: .compensations) == .compensations)
    #expect(TopicRetentions.standard.applied(to: .petitions) == .petitions)
  }

  @Test(
    arguments: [
      "", ";", "petitions", "petitions=", "petitions=six", "petitions=6", "petitions=3661", "nothing=30",
      "state.petitions=30", "petitions=30;petitions=40", "petitions=30=40", "petitions=-30",
    ])
  func `what is not of the grammar is refused`(_ text: String) {
    #expect(TopicRetentions(parsing: text) == nil)
  }

  @Test func `the AsyncAPI document tells the deployment's own`() throws {
    let retentions = try #require(TopicRetentions(parsing: "petitions=90"))
    let channels = AsyncAPIDocument(retentions: retentions).json["channels"]
    #expect(channels?["petitions"]?["x-retention"]?.string == "P90D")
    #expect(channels?["scores"]?["x-retention"]?.string == "P30D")
    #expect(channels?["petitions"]?["messages"]?.object?.members.isEmpty == false)
  }
}
