import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit

/// The page of one action: shows the form, sends it to the API, and shows it again with what is wrong.
struct ActionPage {
  let action: PageAction
  let visit: PageVisit

  private var entries: [FormEntry] { visit.desk.forms.entries(of: action.route) }

  /// The form, filled with what the address brings along.
  func open() async throws -> Response {
    let roles = visit.desk.forms.roles(of: action.route)
    guard !roles.isDisjoint(with: visit.principal.roles) else { throw Problem.notAllowed(visit.reader) }
    var tag: String?
    var typed = (try? URLForm(visit.request.uri.query ?? "")) ?? URLForm.empty
    if visit.desk.forms.takesVersion(action.route), let path = path(of: action.versionPath) {
      // What a PUT replaces is shown as it is, and may not be there yet.
      let isWhole = action.route.method == .put
      let seen = isWhole ? try await visit.glance(path) : try await visit.get(path)
      tag = seen?.tag
      if isWhole, let seen { typed = typed.merging(FormFilling.form(entries, of: seen.json)) }
    }
    return show(typed, key: UUID().uuidString.lowercased(), tag: tag)
  }

  /// What the form sent.
  func take(_ form: URLForm) async throws -> Response {
    if let more = form["_more"] {
      let count = FormBody(form: form).count(more) + 1
      return show(form.setting("\(more)._count", to: String(count)), key: form["_key"], tag: form["_match"])
    }
    guard let path = path(of: action.route.path) else { throw Problem.notFound("There is nothing at this path.") }
    let takesBody = visit.desk.forms.takesBody(action.route)
    let body = takesBody ? JSON.object(FormBody(form: form).object(entries)) : nil
    do {
      let answer = try await visit.send(
        action.route.method, path, body, key: form["_key"].flatMap { $0.isEmpty ? nil : $0 },
        match: form["_match"].flatMap { $0.isEmpty ? nil : $0 })
      return done(answer)
    } catch let problem as Problem where problem.status != 401 && problem.status < 500 {
      return show(form, key: form["_key"], tag: form["_match"], problem: problem)
    }
  }

  private func path(of pattern: String) -> String? {
    PagePath.filled(pattern) { try? visit.parameter($0) }
  }

  private func done(_ answer: PageAnswer) -> Response {
    let next =
      PagePath.filled(action.afterwards) { name in
        if name.hasPrefix("path.") { return try? visit.parameter(String(name.dropFirst("path.".count))) }
        let value = answer.json[name]
        return value?.string ?? value?.integer.map { String($0) } ?? (try? visit.parameter(name))
      } ?? "/pages"
    guard action.showsAnswer else { return PageDesk.redirect(to: next) }
    let lines = (answer.json.object?.members ?? []).map { member -> [String: any Sendable] in
      [
        "words": visit.words.text(member.name, visit.reader.language),
        "value": member.value.string ?? String(decoding: member.value.bytes, as: UTF8.self),
      ]
    }
    return visit.show("form", action.title, ["answer": ["lines": lines, "next": next] as [String: any Sendable]])
  }

  private func show(_ form: URLForm, key: String?, tag: String?, problem: Problem? = nil) -> Response {
    let language = visit.reader.language
    let field = problem?.field.map { Self.name(of: $0) }
    let why = problem.map { visit.refusal($0) }
    var view = FormView(words: visit.words, language: language, body: FormBody(form: form))
    if let field, let why { view.refusal = (field, why) }
    var values: [String: any Sendable] = [
      "fields": view.fields(entries), "key": key ?? "", "match": tag ?? "", "words": action.title[language],
      "isForm": true,
    ]
    values["caution"] = action.caution?[language]
    values["refusal"] = why
    return visit.show("form", action.title, values, status: problem.map { .init(code: $0.status) } ?? .ok)
  }

  /// `findings.0.article` of `body.findings[0].article`.
  private static func name(of field: String) -> String {
    let path = field.hasPrefix("body.") ? String(field.dropFirst(5)) : field
    return path.replacing("[", with: ".").replacing("]", with: "")
  }
}

extension Problem {
  static func notAllowed(_ reader: PageReader) -> Problem {
    Problem(
      status: 403, code: "role-missing",
      title: PageText("您的角色不能办理此事", "Your roles do not allow this")[reader.language],
      remedy: PageText("请由有权限的人员办理，或换一个账户登录。", "Ask someone whose role allows it, or sign in as another.")[
        reader.language])
  }
}
