internal import Contracts
internal import Hummingbird
public import Support

extension Counter {
  /// What ``APIContract/probe(_:ids:send:)`` asks: as somebody with these roles everywhere, or as nobody.
  public func probed(
    _ method: String, _ uri: String, _ roles: String?, _ hasBody: Bool
  ) async throws -> APIContract.Answer {
    let person = roles.map { Person("probe", $0, regions: "360000,610000,350000") }
    let answer = try await send(HTTPRequest.Method(rawValue: method) ?? .get, uri, as: person, hasBody ? [:] : nil)
    return APIContract.Answer(
      status: answer.status, code: answer.code, detail: answer.json["detail"]?.string ?? "",
      remedy: answer.json["remedy"]?.string ?? "")
  }

  /// What the checks of access and injection try: as somebody of these regions, or of one far away.
  public func tried(_ attempt: APIContract.Attempt, at home: String) async throws -> APIContract.AccessAnswer {
    let person = Person("probe", attempt.role, regions: attempt.isInside ? home : "321100")
    let answer = try await send(
      HTTPRequest.Method(rawValue: attempt.method) ?? .get, attempt.uri, as: person, attempt.body)
    return APIContract.AccessAnswer(status: answer.status, code: answer.code, text: answer.text)
  }
}
