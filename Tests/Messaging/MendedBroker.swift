import Support

/// The broker of the tests, as it should speak of aborted transactions.
///
/// The local one names what was aborted for ever after, and a reader takes all that the same producer writes later for
/// aborted (decision 0061). A test that ends transactions under way and then counts what a reader finds reads through the
/// proxy of `./deploy/chaos`, which takes those names out.
enum MendedBroker {
  /// Runs the body with where it is reached. A broker that is not on this machine is Apache Kafka and has nothing to mend.
  static func with<Value>(_ body: (_ servers: String) async throws -> Value) async throws -> Value {
    let servers = try Surroundings.bootstrapServers
    let place = servers.split(separator: ":")
    guard place.count == 2, place[0] == "127.0.0.1" else { return try await body(servers) }
    return try await Companion.with(
      ["-B", "-m", "chaos.mended", String(place[1])], says: 1,
      environment: ["PYTHONPATH": "\(Surroundings.root)/deploy/lib"]
    ) { try await body("127.0.0.1:\($0[0])") }
  }
}
