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
  /// The directory of the built executables.
  public static var programs: String { get throws { try value("ECOREDRESS_BINARIES") } }
  /// A Python with an independent Kafka client.
  public static var python: String { get throws { try value("ECOREDRESS_PYTHON") } }
  /// The directory of keys made for the tests.
  public static var keys: String { get throws { try value("ECOREDRESS_KEYS") } }
  /// The directory of PostgreSQL's server programs, for tests that stop and start one of their own.
  public static var postgresPrograms: String { get throws { try value("ECOREDRESS_POSTGRES") } }
  /// The broker's binary, for tests that stop and start one of their own.
  public static var brokerProgram: String { get throws { try value("ECOREDRESS_BROKER") } }
  /// The project's root: three folders above this file.
  public static let root = String(#filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" })

  private static func value(_ name: String) throws -> String {
    guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { throw Missing(name: name) }
    return value
  }
}
