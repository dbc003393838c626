import Contracts
import Support
import Testing

/// The four executables on the command line, as a person who has forgotten a word meets them.
@Suite("The command line")
struct CommandLineTests {
  @Test("help is given, with exit code 0", arguments: ServiceName.allCases.map(\.rawValue))
  func help(_ service: String) async throws {
    let program = "\(try Surroundings.programs)/\(service)"
    for arguments in [
      [], ["--help"], ["help"], ["help", "migrate"], ["migrate", "--help"], ["audit", "verify", "--help"],
    ] {
      let (status, output) = try await Tool.run(program, arguments)
      #expect(status == 0 && output.contains("USAGE: \(service)"), "\(arguments): \(status) \(output.prefix(200))")
    }
    for arguments in [["unknown"], ["migrate", "--unknown"], ["replay"]] {
      let (status, output) = try await Tool.run(program, arguments)
      #expect(status == 64 && output.contains("Usage: \(service)"), "\(arguments): \(status) \(output.prefix(200))")
    }
  }
}
