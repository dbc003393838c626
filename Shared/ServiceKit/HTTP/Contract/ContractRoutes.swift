public import Contracts
public import Hummingbird

/// What outsiders program against, for everybody: `/openapi.json`, `/asyncapi.json` and the schemas of events.
public struct ContractRoutes: Sendable {
  private let documents: ContractDocuments

  public init(contract: HTTPContract, asyncAPI: AsyncAPIDocument) {
    documents = ContractDocuments(contract: contract, asyncAPI: asyncAPI)
  }

  /// Adds the routes.
  public func register(on group: RouterGroup<ServiceRequestContext>) {
    group.get("openapi.json") { [documents] _, _ in Self.answer(try documents.openAPI(), "application/json") }
    group.get("asyncapi.json") { [documents] _, _ in Self.answer(documents.topics(), "application/json") }
    group.get("schemas") { _, _ in Self.answer(Self.list.bytes, "application/json") }
    group.get("schemas/{type}") { [documents] _, context in
      guard let schema = documents.schema(try context.parameters.require("type")) else {
        throw Problem.notFound("No event type of this name has a schema.")
      }
      return Self.answer(schema, "application/schema+json")
    }
  }

  private static let list: JSON = [
    "schemas": .array(
      ContractSchemas.types.map { type in
        [
          "type": .string(type.rawValue), "id": .string(type.schemaID),
          "path": .string("/schemas/\(type.rawValue)"),
        ]
      })
  ]

  /// The same for everybody and only ever added to: it may be kept for an hour.
  private static func answer(_ bytes: [UInt8], _ type: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: type, .cacheControl: "public, max-age=3600"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
