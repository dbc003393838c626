extension APIContract {
  /// An answer as the probe needs it.
  public struct Answer: Sendable {
    public let status: Int
    public let code: String?
    public let detail: String
    public let remedy: String

    public init(status: Int, code: String?, detail: String, remedy: String) {
      self.status = status
      self.code = code
      self.detail = detail
      self.remedy = remedy
    }
  }

  /// Asks every operation who may call it and which parameters it knows, and compares with the document.
  ///
  /// A caller without any role is answered with the roles that are needed; a parameter that nobody knows is answered with those
  /// that are known, at least where nothing must be found before.
  /// - Parameters:
  ///   - operations: those to ask.
  ///   - ids: what to put in the place of path parameters, by name; a UUID elsewhere.
  ///   - send: method, address, roles (nil for nobody), and whether a body comes along.
  public static func probe(
    _ operations: [Operation], ids: [String: String] = [:],
    send: (_ method: String, _ uri: String, _ roles: String?, _ body: Bool) async throws -> Answer
  ) async throws -> [String] {
    var faults: [String] = []
    for operation in operations {
      let uri = filled(operation.path, ids)
      let nobody = try await send(operation.method, uri, nil, operation.takesBody)
      if (nobody.code == "unauthenticated") == operation.isOpen {
        faults.append("\(operation.name): for nobody in particular it answers \(nobody.code ?? "\(nobody.status)")")
      }
      guard !operation.isOpen else { continue }
      if let roles = operation.roles {
        let bare = try await send(operation.method, uri, "none", operation.takesBody)
        let needed = Set(
          bare.detail.split { !$0.isLetter }.map(String.init).filter { allRoles.contains($0) })
        // Whoever looks for the subject first answers that there is none; that says nothing about roles.
        if bare.status < 400 || (bare.code == "role-missing" && needed != roles) {
          faults.append("\(operation.name): needs \(needed.sorted()), described are \(roles.sorted())")
        }
      }
      let every = operation.roles?.sorted().joined(separator: ",") ?? allRoles.sorted().joined(separator: ",")
      let asked = try await send(operation.method, uri + "?nobody-knows-this=1", every, operation.takesBody)
      if operation.method == "GET", !operation.queries.isEmpty, !operation.path.contains("{"),
        asked.code != "query-unknown"
      {
        let said = asked.code ?? "\(asked.status)"
        faults.append("\(operation.name): says \(said), and not which parameters it knows")
      }
      guard operation.method == "GET", asked.code == "query-unknown" else { continue }
      let known = asked.remedy.split { !$0.isLetter }.map(String.init)
      let surplus = operation.queries.subtracting(known)
      let missing = Set(known.dropFirst(3)).subtracting(operation.queries)
      if !surplus.isEmpty || !missing.isEmpty {
        faults.append("\(operation.name): parameters not known \(surplus.sorted()), not described \(missing.sorted())")
      }
    }
    return faults
  }

  static let allRoles: Set<String> = [
    "clerk", "handler", "supervisor", "leader", "finance", "auditor", "operator", "agency", "hotline", "enterprise",
  ]

  static func filled(_ path: String, _ ids: [String: String]) -> String {
    let parts = path.split(separator: "/").map { part -> String in
      guard part.hasPrefix("{") else { return String(part) }
      return ids[String(part.dropFirst().dropLast())] ?? "5d4c3a5e-7d0a-4b7e-9a53-0d2c6b7f1e21"
    }
    return "/" + parts.joined(separator: "/")
  }
}
