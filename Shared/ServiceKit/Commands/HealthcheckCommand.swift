public import ArgumentParser
import Contracts

/// `healthcheck`: asks the service in this container whether it is ready. For images without a shell or `curl`.
public struct HealthcheckCommand<Definition: ServiceDefinition>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "healthcheck", abstract: "Ends with 0 when the service on this machine is ready, with 1 when not.")
  }

  @Option(help: "How many seconds to wait for the answer.")
  var timeout = 3

  public init() {}

  public func validate() throws {
    guard (1...60).contains(timeout) else { throw ValidationError("--timeout must be 1 to 60 seconds.") }
  }

  public func run() async throws {
    let configuration = try HTTPConfiguration(ConfigurationReader())
    print(try await check(configuration))
  }

  /// The state in one word.
  /// - Throws: ``CommandFailure`` when the service is not ready or does not answer.
  func check(_ configuration: HTTPConfiguration) async throws(CommandFailure) -> String {
    let url = "http://\(Self.reachable(configuration.host)):\(configuration.port)/readyz"
    let answer: (status: Int, body: [UInt8])
    do {
      answer = try await HTTPFetch.get(url, timeout: .seconds(timeout), maximumBytes: 65_536)
    } catch {
      throw CommandFailure(.negative, "no answer from \(url): \(error)")
    }
    let report = try? JSON(parsing: answer.body)
    let status = report?["status"]?.string ?? "HTTP \(answer.status)"
    guard answer.status == 200 else { throw CommandFailure(.negative, "not ready: \(Self.reasons(report) ?? status)") }
    return status
  }

  /// An address that listens on everything is reached by the loopback.
  private static func reachable(_ host: String) -> String {
    switch host {
    case "0.0.0.0", "": "127.0.0.1"
    case "::", "[::]": "[::1]"
    default: host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    }
  }

  private static func reasons(_ report: JSON?) -> String? {
    let reasons = report?["components"]?.object?.members.compactMap { component in
      component.value["reason"]?.string.map { "\(component.name): \($0)" }
    }
    guard let reasons, !reasons.isEmpty else { return nil }
    return reasons.joined(separator: "; ")
  }
}
