import ServiceKit
import ServiceSupport
import Support
import Testing

@testable import Scoring

extension Counter {
  private static let contract = Result { try APIContract(of: Application.self) }

  /// The HTTP of a desk.
  static func with(_ desk: Desk, _ body: @escaping @Sendable (Counter) async throws -> Void) async throws {
    try await with(
      desk.application, contract: contract.get(), report: { Issue.record("\($0)") }, body)
  }
}

extension Person {
  /// Staff of where the tests' cases are.
  init(_ name: String, _ roles: String = "clerk,handler,supervisor,leader") {
    self.init(name, roles, regions: "610000")
  }
}
