import Kafka
import Postgres

/// Any error as a failure with an exit code.
enum CommandFailureMapping {
  static func failure(_ error: any Error) -> CommandFailure {
    switch error {
    case let failure as CommandFailure: failure
    case let error as ConfigurationError:
      CommandFailure(
        .configuration, error.description, remedy: "The subcommand configuration lists every setting.")
    case let error as KeySetError: CommandFailure(.configuration, error.description, remedy: "Check JWKS.")
    case let error as PostgresError where error.isTransient:
      CommandFailure(
        .unavailable, error.description, remedy: "Look whether PostgreSQL answers at DATABASE_URL, then try again.")
    case let error as KafkaError where error.isRetriable:
      CommandFailure(
        .unavailable, error.description,
        remedy: "Look whether the brokers answer at KAFKA_BOOTSTRAP_SERVERS, then try again.")
    default: CommandFailure(.software, String(describing: error))
    }
  }
}
