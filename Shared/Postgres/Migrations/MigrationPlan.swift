/// Compares the program's migrations with those a database has had.
struct MigrationPlan {
  struct Applied: Equatable {
    let component: String
    let number: Int
    let name: String
    let checksum: String
  }

  /// Those to apply, in the program's order.
  let pending: [Migration]
  /// Those the database has had and the program does not know, because a newer program was here.
  let unknown: [Applied]

  /// - Parameter checksums: of the program's migrations, in their order.
  /// - Throws: `migration` when the program's list has a gap or a repetition, when an applied text has been changed,
  ///   or when the database has a later step but not an earlier one.
  init(migrations: [Migration], checksums: [String], applied: [Applied]) throws(PostgresError) {
    try Self.checkNumbers(migrations)
    let known = Dictionary(grouping: applied, by: \.component)
    var pending: [Migration] = []
    for (migration, checksum) in zip(migrations, checksums) {
      let ofComponent = known[migration.component] ?? []
      if let step = ofComponent.first(where: { $0.number == migration.number }) {
        guard step.checksum == checksum else {
          throw PostgresError(
            .migration,
            "migration \(migration) was changed after it had been applied as \"\(step.name)\": restore its text and"
              + " put the change into a new migration")
        }
      } else if let later = ofComponent.first(where: { $0.number > migration.number }) {
        throw PostgresError(
          .migration,
          "migration \(migration) is missing in the database, though the later \(later.number) (\(later.name)) was"
            + " applied: migrations are applied in order only")
      } else {
        pending.append(migration)
      }
    }
    let last = Dictionary(grouping: migrations, by: \.component).mapValues { $0.map(\.number).max() ?? 0 }
    self.pending = pending
    self.unknown = applied.filter { step in last[step.component].map { step.number > $0 } ?? false }
  }

  private static func checkNumbers(_ migrations: [Migration]) throws(PostgresError) {
    var counts: [String: Int] = [:]
    for migration in migrations {
      let expected = counts[migration.component, default: 0] + 1
      guard migration.number == expected else {
        throw PostgresError(.migration, "migration \(migration) stands where number \(expected) belongs")
      }
      counts[migration.component] = expected
    }
  }
}
