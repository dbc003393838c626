/// Any error as a failure with an exit code.
enum CommandFailureMapping {
  static func failure(_ error: any Error) -> CommandFailure {
    switch error {
    case let failure as CommandFailure: failure
    case let error as ConfigurationError:
      CommandFailure(
        .configuration, error.description, remedy: "The subcommand configuration lists every setting.")
    case let error as KeySetError: CommandFailure(.configuration, error.description, remedy: "Check JWKS.")
    default: CommandFailure(.software, String(describing: error))
    }
  }
}
