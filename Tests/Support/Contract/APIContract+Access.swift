public import Contracts
import Foundation

extension APIContract {
  /// What there is for callers to be let at or kept from.
  public struct Guarded: Sendable {
    /// What to put in the place of path parameters, by name: a thing that is there, in a region.
    public let ids: [String: String]
    /// Words that no answer to a caller of another region may hold.
    public let marks: [String]

    public init(ids: [String: String], marks: [String]) {
      self.ids = ids
      self.marks = marks
    }
  }

  /// One request of the access check.
  public struct Attempt: Sendable {
    public let method: String
    public let uri: String
    public let role: String
    /// Whether the caller's region holds what is guarded.
    public let isInside: Bool
    /// An example from the document where there is one, so that the request gets as far as it can.
    public let body: JSON?
  }

  /// What came back.
  public struct AccessAnswer: Sendable {
    public let status: Int
    public let code: String?
    public let text: String

    public init(status: Int, code: String?, text: String) {
      self.status = status
      self.code = code
      self.text = text
    }
  }

  /// Asks every operation in every role, at home and away, and compares with who may call it by the document. A new route is
  /// asked like all others: one that forgets to ask for a role or a region is a fault.
  ///
  /// - A role that is not named gets 403, or 404 where nothing is told at all.
  /// - A role that is named is let through within the region, whatever else is then wrong with the request.
  /// - Outside of the region nothing succeeds that names a thing in its path, and no answer tells the marks.
  ///
  /// Those that must be refused are tried first: what the others change matters no more then.
  /// - Parameters:
  ///   - everywhere: operations on things that belong to no region, by name.
  ///   - boundless: roles that act everywhere.
  ///   - send: makes the request.
  public static func accessFaults(
    _ operations: [Operation], to guarded: Guarded, everywhere: Set<String> = [], boundless: Set<String> = [],
    send: (Attempt) async throws -> AccessAnswer
  ) async throws -> [String] {
    var faults: [String] = []
    let closed = operations.filter { !$0.isOpen }
    for isInside in [false, true] {
      for operation in closed {
        for role in allRoles.sorted() {
          let isNamed = operation.roles?.contains(role) ?? true
          // Named roles at home come last, in a round of their own.
          guard !(isNamed && (isInside || boundless.contains(role))) else { continue }
          let answer = try await send(try attempt(operation, guarded, role: role, isInside: isInside))
          if let fault = refusalFault(operation, answer, isNamed: isNamed, isInside: isInside, guarded, everywhere) {
            faults.append("\(operation.name) as \(role), \(isInside ? "at home" : "away"): \(fault)")
          }
        }
      }
    }
    // What only reads before what changes.
    for operation in closed.sorted(by: { $0.method == "GET" && $1.method != "GET" }) {
      for role in (operation.roles ?? allRoles).sorted() {
        let answer = try await send(try attempt(operation, guarded, role: role, isInside: true))
        if answer.code == "role-missing" || answer.code == "region-forbidden" || answer.status >= 500 {
          faults.append("\(operation.name) as \(role), at home: \(answer.status) \(answer.code ?? "")")
        }
      }
    }
    return faults
  }

  private static func attempt(
    _ operation: Operation, _ guarded: Guarded, role: String, isInside: Bool
  ) throws -> Attempt {
    let example = operation.exampleOfBody ?? .object([:])
    return Attempt(
      method: operation.method, uri: filled(operation.path, guarded.ids), role: role, isInside: isInside,
      body: operation.takesBody ? try JSON(parsing: Array(JSONEncoder().encode(example))) : nil)
  }

  private static func refusalFault(
    _ operation: Operation, _ answer: AccessAnswer, isNamed: Bool, isInside: Bool, _ guarded: Guarded,
    _ everywhere: Set<String>
  ) -> String? {
    if !isNamed {
      return answer.status == 403 || answer.status == 404
        ? nil : "is not refused: \(answer.status) \(answer.code ?? "")"
    }
    if let mark = guarded.marks.first(where: answer.text.contains) { return "is told \(mark)" }
    if operation.path.contains("{"), answer.status < 400, !everywhere.contains(operation.name) {
      return "succeeds: \(answer.status)"
    }
    return nil
  }
}

extension APIContract.Operation {
  /// A body that the document gives as an example; nil when it gives none.
  var exampleOfBody: JSONNode? {
    let content = node.at("requestBody", "content", "application/json")
    return content?["example"] ?? content?["examples"]?.members.min { $0.key < $1.key }?.value["value"]
  }
}
