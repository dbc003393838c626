public import ArgumentParser

/// The subcommands every service has.
public enum ServiceCommands<Definition: HostedService> {
  /// In the order of the usage text.
  public static var all: [any ParsableCommand.Type] {
    [
      ServeCommand<Definition>.self, StatusCommand<Definition>.self, MigrateCommand<Definition>.self,
      TopicsCommand<Definition>.self, GrowCommand<Definition>.self, AccessCommand<Definition>.self,
      ContractsCommand<Definition>.self,
      RulesCommand<Definition>.self, DeadLettersCommand<Definition>.self, PauseCommand<Definition>.self,
      ResumeCommand<Definition>.self, TimersCommand<Definition>.self, OutboxCommand<Definition>.self,
      ReplayCommand<Definition>.self, AuditCommand<Definition>.self, KeysCommand<Definition>.self,
      LogLevelCommand<Definition>.self, ConfigurationCommand<Definition>.self, HealthcheckCommand<Definition>.self,
    ]
  }
}
