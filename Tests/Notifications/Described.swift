import AsyncHTTPClient
import Contracts
import NIOHTTP1
import ServiceKit
import ServiceSupport
import Support
import Testing

@testable import Notifications

/// What the service says that it answers: every answer of every test is held against it.
enum Described {
  private static let contract = Result { try APIContract(of: Application.self) }

  static func check(_ method: HTTPMethod, _ uri: String, _ response: HTTPClientResponse, _ body: [UInt8]) throws {
    let faults = try contract.get().faults(
      method.rawValue, uri, status: Int(response.status.code),
      mediaType: response.headers.first(name: "content-type"), isTagged: response.headers.contains(name: "etag"),
      body: body)
    for fault in faults { Issue.record("\(fault)") }
  }
}
