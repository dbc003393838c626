import FoundationEssentials
import Hummingbird
import Support
import Testing

@testable import ServiceKit

/// Clients that take their time, that send too much, and that are too many.
@Suite("Limits of the HTTP server")
struct LimitTests {
  /// A server whose limits are short, on a free port.
  private func serving(_ body: (_ port: Int) async throws -> Void) async throws {
    let limits = HTTPConfiguration(
      host: "127.0.0.1", port: 0, maximumConnections: 4, patience: .seconds(1))
    let service = ServiceRouter(configuration: limits)
    service.open.get("hello") { _, _ in "hello" }
    service.open.post("echo") { request, context in
      String(decoding: try await request.bytes(context), as: UTF8.self)
    }
    let port = Remembered<Int?>(nil)
    let server = service.application(configuration: limits, logger: quiet) { number in port.change { $0 = number } }
    let running = Task { try await server.runService() }
    defer { running.cancel() }
    #expect(try await eventually { port.value != nil })
    try await body(try #require(port.value))
  }

  private let hello = "GET /hello HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n"

  @Test(
    "A connection on which nothing comes, or a head that never ends, is closed in time; others are served meanwhile")
  func slowHeads() async throws {
    try await serving { port in
      let silent = try RawConnection(port: port)
      let slow = try RawConnection(port: port)
      slow.send("GET /hello HTTP/1.1\r\n")
      let began = ContinuousClock.now
      for number in 0..<3 {
        slow.send("x-\(number): a\r\n")
        let other = try RawConnection(port: port)
        other.send(hello)
        #expect(other.rest()?.hasSuffix("hello") == true)
        try await Task.sleep(for: .milliseconds(300))
      }
      #expect(slow.rest() == "" && silent.rest() == "")
      #expect(began.duration(to: .now) < .seconds(6))
    }
  }

  @Test("A body that trickles is refused in time")
  func slowBody() async throws {
    try await serving { port in
      let slow = try RawConnection(port: port)
      slow.send("POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 100000\r\nconnection: close\r\n\r\n")
      let began = ContinuousClock.now
      while began.duration(to: .now) < .seconds(1.5) {
        slow.send("x")
        try await Task.sleep(for: .milliseconds(100))
      }
      let answer = slow.read()
      #expect(answer.hasPrefix("HTTP/1.1 408 ") && answer.contains("body-too-slow"), "\(answer)")
      #expect(began.duration(to: .now) < .seconds(6))
    }
  }

  @Test(
    "A head that is too large ends its connection and nothing else",
    arguments: [
      "x-a: " + String(repeating: "a", count: 20_000) + "\r\n",
      (0..<200).map { "x-\($0): a\r\n" }.joined(),
      (0..<40).map { "x-\($0): " + String(repeating: "a", count: 1_000) + "\r\n" }.joined(),
    ])
  func largeHeads(_ fields: String) async throws {
    try await serving { port in
      let large = try RawConnection(port: port)
      large.send("GET /hello HTTP/1.1\r\nhost: a\r\n" + fields + "\r\n")
      let answer = try #require(large.rest(), "it is not closed")
      #expect(!answer.contains("200 OK") && !answer.contains("hello"), "\(answer)")
      let other = try RawConnection(port: port)
      other.send(hello)
      #expect(other.rest()?.hasSuffix("hello") == true)
    }
  }

  @Test("More connections than allowed wait, and are served when others have ended")
  func connections() async throws {
    try await serving { port in
      var held: [RawConnection] = []
      for _ in 0..<4 {
        let connection = try RawConnection(port: port)
        connection.send("GET /hello HTTP/1.1\r\nhost: a\r\n\r\n")
        #expect(connection.read().contains("hello"))
        held.append(connection)
      }
      let late = try RawConnection(port: port)
      late.send(hello)
      let began = ContinuousClock.now
      held = []
      #expect(late.rest()?.hasSuffix("hello") == true)
      #expect(began.duration(to: .now) < .seconds(5))
    }
  }
}
