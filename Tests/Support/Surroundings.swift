import FoundationEssentials

/// The real components the tests run against, as `deploy/test` names them in the environment.
public enum Surroundings {
  /// What to do when they are missing.
  public struct Missing: Error, CustomStringConvertible {
    let name: String
    public var description: String { "\(name) is not set: these tests need real components; run ./deploy/test" }
  }

  /// PostgreSQL, under a role that may create databases and roles.
  public static var databaseURL: String { get throws { try value("DATABASE_URL") } }
  /// The Kafka brokers.
  public static var bootstrapServers: String { get throws { try value("KAFKA_BOOTSTRAP_SERVERS") } }
  /// Where the built executables are.
  public static var programs: String { get throws { try value("PROGRAMS") } }
  /// The project's root.
  public static var root: String {
    ProcessInfo.processInfo.environment["PROJECT_ROOT"] ?? FileManager.default.currentDirectoryPath
  }

  private static func value(_ name: String) throws -> String {
    guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { throw Missing(name: name) }
    return value
  }
}
