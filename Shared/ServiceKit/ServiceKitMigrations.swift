public import Postgres

/// The steps of a schema that all services share beside the messaging.
public enum ServiceKitMigrations {
  public static var all: [Migration] {
    [
      Migration(
        component: "servicekit", number: 1, name: "rules",
        text: String(decoding: PackageResources._001_rules_sql, as: UTF8.self)),
      Migration(
        component: "servicekit", number: 2, name: "idempotency",
        text: String(decoding: PackageResources._002_idempotency_sql, as: UTF8.self)),
      Migration(
        component: "servicekit", number: 3, name: "log levels",
        text: String(decoding: PackageResources._003_log_levels_sql, as: UTF8.self)),
    ]
  }
}
