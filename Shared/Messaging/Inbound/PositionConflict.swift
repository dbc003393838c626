/// Another owner has moved a partition's position: this process is a zombie for it. Its transaction is undone, and
/// the positions are read again.
struct PositionConflict: Error {}
