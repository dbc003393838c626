import Contracts
import FoundationEssentials
import Testing

@Suite("The contract as a whole")
struct ContractCatalogueTests {
  @Test("Every type is listed once, has a schema file, and no schema file is left over")
  func complete() throws {
    let contracts = ContractCatalogue.contracts
    #expect(Set(contracts.map(\.type)).count == contracts.count)
    let files = try FileManager.default.contentsOfDirectory(atPath: SchemaFile.folder)
    #expect(Set(files) == Set(contracts.map(\.schemaFile)))
  }

  @Test("Types follow the convention, and live on the topic of their direction", arguments: ContractCatalogue.contracts)
  func conventions(contract: EventContract) {
    let parts = contract.type.rawValue.split(separator: ".")
    #expect(parts.count == 4 && parts[0] == "ecoredress" && contract.type.version == 1)
    #expect((contract.topic.purpose == .inbound) == (contract.direction == .inbound))
    #expect(TopicCatalogue.topics.contains(contract.topic))
    #expect(ContractCatalogue.contract(of: contract.type)?.type == contract.type)
  }

  @Test(
    "Each schema names its type, and its examples are read and written back the same",
    arguments: ContractCatalogue.contracts)
  func examples(contract: EventContract) throws {
    let schema = try SchemaFile(contract)
    #expect(schema.json["$id"]?.string == contract.schemaID)
    #expect(schema.json["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema.examples.count >= 2)
    for example in schema.examples { #expect(try contract.payload.init(json: example).json == example) }
  }

  @Test(
    "The examples together use every property of the schema, so that none can drift",
    arguments: ContractCatalogue.contracts)
  func coverage(contract: EventContract) throws {
    let schema = try SchemaFile(contract)
    let used = Set(schema.examples.flatMap { $0.object?.members.map(\.name) ?? [] })
    #expect(used == Set(schema.properties.map(\.name)))
  }

  @Test("The code requires exactly what the schema requires", arguments: ContractCatalogue.contracts)
  func required(contract: EventContract) throws {
    let schema = try SchemaFile(contract)
    for example in schema.examples {
      for member in try #require(example.object).members {
        var object = try #require(example.object)
        object[member.name] = nil
        let found = violation { try contract.payload.init(json: .object(object)) }
        if schema.required.contains(member.name) {
          #expect(found?.code == .fieldMissing)
          #expect(found?.field == "data.\(member.name)")
        } else {
          #expect(found == nil, "\(member.name) is optional in the schema")
        }
      }
    }
  }

  @Test(
    "A value of the wrong kind is refused by its field, an unknown field tolerated",
    arguments: ContractCatalogue.contracts)
  func wrongKinds(contract: EventContract) throws {
    let example = try #require(try SchemaFile(contract).examples.first?.object)
    for member in example.members {
      var object = example
      object[member.name] = member.value.array == nil ? [1] : "text"
      let found = violation { try contract.payload.init(json: .object(object)) }
      #expect(found?.code == .fieldType)
      #expect(found?.field == "data.\(member.name)")
    }
    var more = example
    more["aFieldOfNextYear"] = 1
    #expect(violation { try contract.payload.init(json: .object(more)) } == nil)
    #expect(violation { try contract.payload.init(json: "text") }?.field == "data")
  }

  @Test(
    "An event of ours carries key, schema and filters, and comes back from the wire",
    arguments: ContractCatalogue.contracts)
  func wire(contract: EventContract) throws {
    let example = try #require(try SchemaFile(contract).examples.last)
    func pass<Payload: EventPayload>(_ type: Payload.Type) throws {
      let payload = try Payload(json: example)
      let id = EventIdentity.event(cause: "test", type: contract.type, ordinal: 0)
      let event = CloudEvent(payload, id: id, source: .petitions, time: Date(timeIntervalSince1970: 1_767_686_460))
      #expect(!payload.recordKey.isEmpty && event.subject == payload.recordKey)
      let (headers, value) = CloudEventCodec.encodeBinary(event)
      let back = try CloudEventCodec.decode(value: value, headers: headers)
      #expect(back.dataSchema == contract.schemaID)
      #expect(back.extensions == payload.filters)
      #expect(try back.decode(Payload.self) == payload)
    }
    try pass(contract.payload)
  }

  @Test("Nothing but the complaint itself has a field for an identity or the complainant's words")
  func privacy() throws {
    let secret: Set<String> = [
      "name", "phone", "email", "address", "content", "location", "reporter", "reporterName", "queryCode", "siteName",
    ]
    for contract in ContractCatalogue.contracts {
      let names = try SchemaFile(contract).allNames.intersection(secret)
      #expect(names.isEmpty == (contract.type != .complaintSubmitted), "\(contract.type)")
    }
  }

  @Test("Codes of violations are kebab-case, and each has its sentence and remedy")
  func codes() {
    for code in ViolationCode.allCases {
      #expect(code.rawValue.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
      #expect(code.meaning.hasSuffix(".") && code.remedy.hasSuffix("."))
    }
  }
}
