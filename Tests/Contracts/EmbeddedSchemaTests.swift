import Contracts
import Testing

@Suite("Schemas in the executables")
struct EmbeddedSchemaTests {
  @Test("they are those of the files, whole; after a change run deploy/tools/embed-schemas")
  func same() throws {
    #expect(Set(ContractSchemas.types) == Set(ContractCatalogue.contracts.map(\.type)))
    for contract in ContractCatalogue.contracts {
      #expect(try ContractSchemas.schema(of: contract.type) == SchemaFile(contract).json, "\(contract.type)")
    }
    #expect(ContractSchemas.schema(of: "ecoredress.nothing.happened.v1") == nil)
  }

  @Test(
    "an address for schemas is absolute and plain, a slash at its end is the same as none",
    arguments: [
      ("https://contracts.example", "https://contracts.example/schemas/ecoredress.score.changed.v1"),
      ("http://127.0.0.1:8080/a/", "http://127.0.0.1:8080/a/schemas/ecoredress.score.changed.v1"),
      ("contracts.example", nil), ("https://", nil), ("https:///a", nil), ("https://a?b", nil), ("https://a#b", nil),
      ("ftp://a", nil), ("https://a b", nil),
    ])
  func address(base: String, expected: String?) {
    #expect(SchemaAddress(base: base)?.schema(of: .scoreChanged) == expected)
    #expect(SchemaAddress.name.schema(of: .scoreChanged) == "urn:ecoredress:schema:ecoredress.score.changed.v1")
  }
}
