import ArgumentParser
import Contracts

/// `contracts`: prints what outsiders program against.
public struct ContractsCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "contracts" }
  public static var abstract: String {
    "Prints a contract: asyncapi, openapi, schemas, schema TYPE, or errors (the codes with their remedies)."
  }

  @Argument(help: "asyncapi, openapi, schemas, schema or errors.")
  var what: ContractKind

  @Argument(help: "The event type, for schema.")
  var type: String?

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    switch what {
    case .asyncapi: print(try Self.asyncAPI(context).json.text)
    case .openapi: print(try OpenAPIDocument(Definition.http).json().text)
    case .schemas: for type in ContractSchemas.types { print(type) }
    case .schema:
      guard let type, let schema = ContractSchemas.schema(of: EventType(rawValue: type)) else {
        throw CommandFailure(.usage, "no event type of this name", remedy: "See `contracts schemas`.")
      }
      print(schema.text)
    case .errors: print(try ErrorTable(Definition.http).markdown, terminator: "")
    }
  }

  private static func asyncAPI(_ context: CommandContext) throws -> AsyncAPIDocument {
    let names = try BrokerConfiguration.names(context.reader)
    guard let prefix = TopicPrefix(names.prefix) else {
      throw CommandFailure(.usage, "TOPIC_PREFIX holds characters that Kafka refuses")
    }
    let schemas = try DeploymentConfiguration(context.reader).schemas
    return AsyncAPIDocument(prefix: prefix, complaints: names.complaints, schemas: schemas)
  }
}
