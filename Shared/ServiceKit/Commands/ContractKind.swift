public import ArgumentParser

/// What `contracts` prints.
public enum ContractKind: String, Sendable, CaseIterable, ExpressibleByArgument {
  case asyncapi
  case openapi
  case schemas
  case schema
  case errors
}
