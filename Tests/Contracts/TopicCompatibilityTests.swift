import Contracts
import Support
import Testing

/// The topics as they are now against those of the last release, and each breaking change of one.
@Suite("Breaking changes of topics")
struct TopicCompatibilityTests {
  private let today = AsyncAPIDocument().json

  private func breaks(_ change: (inout JSONObject) -> Void) throws -> [String] {
    var document = try #require(today.object)
    var channels = try #require(today["channels"]?.object)
    change(&channels)
    document["channels"] = .object(channels)
    return TopicComparison(
      released: ReleasedContract(asyncAPI: today), today: ReleasedContract(asyncAPI: .object(document))
    ).breaks
  }

  /// A change of one channel, at the end of these names.
  private func change(_ topic: String, _ path: [String], to value: JSON?) throws -> [String] {
    try breaks { channels in channels[topic] = channels[topic].map { Self.changed($0, path[...], value) } }
  }

  private static func changed(_ node: JSON, _ path: ArraySlice<String>, _ value: JSON?) -> JSON {
    guard let name = path.first, var object = node.object else { return value ?? .null }
    let isLast = path.count == 1
    object[name] = isLast ? value : changed(object[name] ?? [:], path.dropFirst(), value)
    return .object(object)
  }

  @Test("no topic that was released is gone, or breaks those who rely on it")
  func compatible() throws {
    let released = try ReleasedContract(named: "topics")
    #expect(released.parts.count > 15)
    #expect(TopicComparison(released: released, today: ReleasedContract(asyncAPI: today)).breaks == [])
  }

  @Test("each kind of breaking change is found, and what is only added is not")
  func controls() throws {
    let kafka = ["bindings", "kafka"]
    let settings = kafka + ["topicConfiguration"]
    #expect(try breaks { $0["petitions"] = nil } == ["petitions: is gone"])
    #expect(try change("petitions", ["address"], to: "elsewhere") == ["petitions: its address is another"])
    #expect(try change("petitions", ["x-key"], to: "something") == ["petitions: its x-key is another"])
    #expect(try change("petitions", ["x-restricted"], to: true) == ["petitions: is restricted now"])
    #expect(try change("petitions", kafka + ["partitions"], to: 1) == ["petitions: its partitions are others"])
    #expect(
      try change("petitions", settings + ["retention.ms"], to: 1) == ["petitions: records are kept for a shorter time"])
    #expect(
      try change("state.petitions", settings + ["cleanup.policy"], to: ["delete"])
        == ["state.petitions: its cleanup.policy is another"])
    #expect(
      try change("complaints", settings + ["max.message.bytes"], to: 1) == ["complaints: smaller records are taken"])
    #expect(
      try change("petitions", ["messages", "ecoredress.petition.received.v1"], to: nil)
        == ["petitions: ecoredress.petition.received.v1 is gone"])
    let readers = try #require(today["channels"]?["petitions"]?["x-readers"]?.array?.first?.string)
    #expect(try change("petitions", ["x-readers"], to: []).contains("petitions: \(readers) may not read it any more"))
    let longer: JSON = 999_999_999_999
    #expect(try change("petitions", settings + ["retention.ms"], to: longer) == [])
    #expect(try breaks { $0["new"] = ["address": "new"] } == [])
  }
}
