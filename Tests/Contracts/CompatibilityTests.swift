import Contracts
import Support
import Testing

@Suite("What was released keeps")
struct CompatibilityTests {
  /// The contracts of the last release: `deploy/tools/release-contracts` writes them.
  private let words: [String: JSON]
  private let types: [String: JSON]
  private let today: [String: JSON]

  init() throws {
    let released = try ReleasedContract(named: "events").parts
    types = released.filter { $0.key.hasPrefix("ecoredress.") }
    words = released.filter { !$0.key.hasPrefix("ecoredress.") }
    today = Dictionary(
      ContractSchemas.definitions(usedBy: ContractSchemas.types.compactMap(ContractSchemas.body)).map {
        ($0.name, $0.value)
      }
    ) { first, _ in first }
  }

  private func breaks(
    _ type: String, _ direction: EventContract.Direction, _ now: JSON, words: [String: JSON]? = nil
  ) -> [String] {
    SchemaComparison(direction: direction, oldWords: self.words, newWords: words ?? today)
      .breaks(types[type] ?? .null, now)
  }

  @Test("no type that was released is gone or breaks those who rely on it")
  func compatible() throws {
    #expect(types.count > 150)
    for type in types.keys.sorted() {
      let contract = ContractCatalogue.contract(of: EventType(rawValue: type))
      guard let contract, let now = ContractSchemas.body(of: contract.type) else {
        Issue.record("\(type) was released and is gone")
        continue
      }
      #expect(breaks(type, contract.direction, now).isEmpty, "\(type)")
    }
  }

  @Test("each kind of breaking change is found, and what is only added is not")
  func controls() throws {
    let type = "ecoredress.petition.accepted.v1"
    let now = try #require(ContractSchemas.body(of: EventType(rawValue: type)))
    #expect(breaks(type, .outbound, now).isEmpty && breaks(type, .inbound, now).isEmpty)
    func changed(_ body: (inout JSONObject, inout JSONObject) -> Void) throws -> JSON {
      var schema = try #require(now.object)
      var properties = try #require(schema["properties"]?.object)
      body(&schema, &properties)
      schema["properties"] = .object(properties)
      return .object(schema)
    }
    let gone = try changed { $1["unit"] = nil }
    let retyped = try changed { $1["unit"] = ["type": "integer"] }
    let reformed = try changed { $1["at"] = ["type": "string"] }
    let longer = try changed { $1["unit"] = ["type": "string", "minLength": 1, "maxLength": 512] }
    let shorter = try changed { $1["unit"] = ["type": "string", "minLength": 1, "maxLength": 8] }
    let optional = try changed { schema, _ in schema["required"] = ["petitionId"] }
    let more = try changed { $1["newField"] = ["type": "string"] }
    let demanding = try changed { schema, properties in
      properties["newField"] = ["type": "string"]
      schema["required"] = .array((schema["required"]?.array ?? []) + ["newField"])
    }
    for broken in [gone, retyped, reformed, longer, optional] { #expect(!breaks(type, .outbound, broken).isEmpty) }
    for broken in [gone, retyped, shorter, demanding] { #expect(!breaks(type, .inbound, broken).isEmpty) }
    for harmless in [more, shorter, demanding] { #expect(breaks(type, .outbound, harmless).isEmpty) }
    for harmless in [more, longer, optional, reformed] { #expect(breaks(type, .inbound, harmless).isEmpty) }

    var words = today
    words["Category"] = ["oneOf": [["const": "air"], ["const": "smell"]]]
    #expect(breaks(type, .outbound, now, words: words) == ["data.category: the word smell is new"])
    #expect(breaks(type, .inbound, now, words: words).contains("data.category: the word water is gone"))
  }
}
