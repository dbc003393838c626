import Contracts
import FoundationEssentials
import Testing

/// A JSON Schema of the contract, read from where the sources are.
struct SchemaFile {
  let json: JSON

  static let folder = {
    var path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    path += ["Shared", "Contracts", "Schemas"]
    return path.joined(separator: "/")
  }()

  init(_ contract: EventContract) throws {
    let data = try Data(contentsOf: URL(filePath: "\(Self.folder)/\(contract.schemaFile)"))
    json = try JSON(parsing: Array(data))
  }

  var examples: [JSON] { json["examples"]?.array ?? [] }
  var required: [String] { json["required"]?.array?.compactMap(\.string) ?? [] }
  var properties: [JSONMember] { json["properties"]?.object?.members ?? [] }

  /// Every name of a property, in the definitions too.
  var allNames: Set<String> {
    let definitions = json["$defs"]?.object?.members.map(\.value) ?? []
    return Set(([json] + definitions).flatMap { $0["properties"]?.object?.members.map(\.name) ?? [] })
  }
}
