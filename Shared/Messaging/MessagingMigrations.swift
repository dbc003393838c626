public import Postgres

/// The tables every service's schema carries for its messaging: positions, inbox, outbox, dead letters, timers, audit.
public enum MessagingMigrations {
  /// In the order they are applied, before the service's own.
  public static let all: [Migration] = [
    migration(1, "positions", PackageResources._001_positions_sql),
    migration(2, "inbox", PackageResources._002_inbox_sql),
    migration(3, "outbox", PackageResources._003_outbox_sql),
    migration(4, "dead letters", PackageResources._004_dead_letters_sql),
    migration(5, "timers", PackageResources._005_timers_sql),
    migration(6, "audit", PackageResources._006_audit_sql),
    migration(7, "grants", PackageResources._007_grants_sql),
    migration(8, "audit seals", PackageResources._008_audit_seal_sql),
    migration(9, "pauses", PackageResources._009_pauses_sql),
  ]

  private static func migration(_ number: Int, _ name: String, _ text: [UInt8]) -> Migration {
    Migration(component: "messaging", number: number, name: name, text: String(decoding: text, as: UTF8.self))
  }
}
