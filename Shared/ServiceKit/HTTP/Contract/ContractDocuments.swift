import Contracts
import Synchronization

/// The documents a running service hands out, each made when it is first asked for and kept.
final class ContractDocuments: Sendable {
  private let contract: HTTPContract
  private let asyncAPI: AsyncAPIDocument
  private let made = Mutex<[String: [UInt8]]>([:])

  init(contract: HTTPContract, asyncAPI: AsyncAPIDocument) {
    self.contract = contract
    self.asyncAPI = asyncAPI
  }

  /// The OpenAPI document.
  func openAPI() throws -> [UInt8] { try kept("openapi") { try OpenAPIDocument(contract).json().bytes } }

  /// The AsyncAPI document.
  func topics() -> [UInt8] { (try? kept("asyncapi") { asyncAPI.json.bytes }) ?? [] }

  /// The schema of a type, by the type or by the schema's name.
  func schema(_ name: String) -> [UInt8]? {
    let front = "urn:ecoredress:schema:"
    let type = EventType(rawValue: name.hasPrefix(front) ? String(name.dropFirst(front.count)) : name)
    guard ContractSchemas.types.contains(type) else { return nil }
    return ContractSchemas.schema(of: type)?.bytes
  }

  private func kept(_ name: String, _ make: () throws -> [UInt8]) throws -> [UInt8] {
    if let bytes = made.withLock({ $0[name] }) { return bytes }
    let bytes = try make()
    made.withLock { $0[name] = bytes }
    return bytes
  }
}
