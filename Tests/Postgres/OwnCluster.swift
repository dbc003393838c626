import FoundationEssentials
import Glibc
import Support

/// A PostgreSQL of the test's own, to be stopped and started.
struct OwnCluster {
  private let directory: String
  private let port: Int
  private let binaries: String

  struct Failure: Error { let command: String }

  var url: String { "postgresql://postgres@127.0.0.1:\(port)/postgres" }

  init() async throws {
    let installed = ["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin"]
    let configured = Environment.value("POSTGRES_BIN").map { [$0] } ?? []
    guard let binaries = (configured + installed).first(where: { access("\($0)/initdb", X_OK) == 0 }) else {
      throw Failure(command: "initdb: no PostgreSQL server is installed; POSTGRES_BIN may name its folder")
    }
    self.binaries = binaries
    self.port = FreePort.next()
    self.directory = "/var/tmp/ecoredress-postgres-test-\(getpid())-\(port)"
    mkdir(directory, 0o777)
    chmod(directory, 0o777)
    do {
      try run("\(binaries)/initdb -D \(directory)/data -U postgres -A trust --no-sync")
      try control("start")
    } catch {
      remove()
      throw error
    }
  }

  func control(_ arguments: String...) throws {
    let options = "-c fsync=off -c listen_addresses=127.0.0.1 -c port=\(port) -c unix_socket_directories=\(directory)"
    let command = arguments.joined(separator: " ")
    try run("\(binaries)/pg_ctl -D \(directory)/data -w -l \(directory)/log -o '\(options)' \(command)")
  }

  func remove() {
    try? control("stop", "-m", "immediate")
    try? run("rm -rf \(directory)/data \(directory)/log")
    rmdir(directory)
  }

  /// PostgreSQL refuses to run as root; its own user does it then.
  private func run(_ command: String) throws {
    let quiet = "cd \(directory) && \(command) > /dev/null 2>&1"
    let shell = getuid() == 0 ? "su postgres -s /bin/sh -c \"\(quiet)\"" : "sh -c \"\(quiet)\""
    guard let process = popen(shell, "r"), pclose(process) == 0 else { throw Failure(command: command) }
  }
}
