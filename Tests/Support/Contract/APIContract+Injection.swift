import Foundation

extension APIContract {
  /// What would end a statement or change it, if texts were put together with it.
  private static let attempts = [
    "' or '1'='1", "1;drop table audit--", "\") or (\"\"=\"", "%' union select null,null--", "x'||pg_sleep(9)||'",
    "{{7*7}}$(id)",
    "\u{0}", "ＤＲＯＰ\\",
  ]

  /// Sends each of the attempts as each parameter of each operation, and in the place of what stands in its path: none may be
  /// a mistake of ours, take long, or be told what a database says.
  /// - Parameter send: makes the request in a role that may.
  public static func injectionFaults(
    _ operations: [Operation], ids: [String: String], send: (_ attempt: Attempt) async throws -> AccessAnswer
  ) async throws -> [String] {
    var faults: [String] = []
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-._~")
    for operation in operations where operation.method == "GET" && !operation.isOpen {
      guard let role = operation.roles?.sorted().first ?? allRoles.sorted().first else { continue }
      for text in attempts {
        let written = text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
        var addresses = operation.queries.sorted().map { filled(operation.path, ids) + "?\($0)=\(written)" }
        if operation.path.contains("{") {
          addresses.append(
            "/"
              + operation.path.split(separator: "/").map { $0.hasPrefix("{") ? written : String($0) }.joined(
                separator: "/"))
        }
        for uri in addresses {
          let began = ContinuousClock.now
          let answer = try await send(Attempt(method: "GET", uri: uri, role: role, isInside: true, body: nil))
          let took = began.duration(to: .now)
          let tells = ["SQLSTATE", "syntax error", "unterminated", "invalid input", "49$("].first(
            where: answer.text.contains)
          if answer.status >= 500 || tells != nil || took > .seconds(5) {
            faults.append("\(uri): \(answer.status) \(answer.code ?? "") \(tells ?? "") \(took)")
          }
        }
      }
    }
    return faults
  }
}
