import Contracts
import ServiceKit

/// What one service said of itself, or why it did not.
struct ServiceLook: Sendable {
  let name: String
  /// Where its pages are; nil where nobody said.
  let address: String?
  let status: JSON?
  /// The status of the answer that refused; nil when there was no answer.
  let refusal: Int?

  /// All four in their order, asked at the same time: this one in its own process, the others over HTTP as the reader.
  /// - Throws: what this service says against the reader.
  static func all(_ visit: PageVisit) async throws -> [ServiceLook] {
    let addresses = Dictionary(visit.desk.settings.services) { first, _ in first }
    let own = visit.desk.service.rawValue
    return try await withThrowingTaskGroup(of: ServiceLook.self) { group in
      for name in ServiceName.allCases.map(\.rawValue) {
        let address = addresses[name]
        group.addTask {
          name == own ? try await Self.own(visit, name, address) : await Self.other(visit, name, address)
        }
      }
      var found: [String: ServiceLook] = [:]
      for try await look in group { found[look.name] = look }
      return ServiceName.allCases.compactMap { found[$0.rawValue] }
    }
  }

  private static func own(_ visit: PageVisit, _ name: String, _ address: String?) async throws -> ServiceLook {
    do {
      let status = try await visit.get("/operator/status").json
      return ServiceLook(name: name, address: address, status: status, refusal: nil)
    } catch let problem as Problem where problem.status >= 500 {
      return ServiceLook(name: name, address: address, status: nil, refusal: problem.status)
    }
  }

  private static func other(_ visit: PageVisit, _ name: String, _ address: String?) async -> ServiceLook {
    guard let address, let token = visit.reader.session?.token else {
      return ServiceLook(name: name, address: address, status: nil, refusal: nil)
    }
    let answer = await StatusFetch(token: token, requestID: visit.reader.requestID).read(address)
    return ServiceLook(name: name, address: address, status: answer.status, refusal: answer.refusal)
  }
}
