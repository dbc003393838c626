import Contracts
import Hummingbird
import ServiceKit
import Support
import Testing

@testable import Notifications

/// The OpenAPI document held against the service itself.
@Suite("The HTTP contract of this service")
struct HTTPContractTests {
  @Test func `every route is described, and nothing that is not there`() async throws {
    let common = try APIContract(
      try OpenAPIDocument(HTTPContract(title: "", summary: "", parts: [])).json().bytes)
    let operations = try APIContract(try OpenAPIDocument(Application.http).json().bytes).operations(beyond: common)
    try await Office.with { office in
      let service = ServiceRouter(configuration: HTTPConfiguration())
      office.application.register(on: service.open.group(), open: service.open)
      #expect(APIContract.differences(operations, from: service.descriptions) == [])
      // A route that is left out, and one that is made up, are found.
      #expect(!APIContract.differences(Array(operations.dropFirst()), from: service.descriptions).isEmpty)
      #expect(!APIContract.differences(operations, from: Array(service.descriptions.dropLast())).isEmpty)
    }
  }
}
