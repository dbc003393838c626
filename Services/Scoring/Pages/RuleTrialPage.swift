import Contracts
import Hummingbird
import Pages
import ServiceKit

/// What a draft of a rule pack would do to colours, before and after side by side; nothing is changed.
struct RuleTrialPage {
  static let link = PageLink("/pages/rule-trials", PageText("规则试算", "Trying rules"), for: [.supervisor, .leader])

  func register(on pages: PageRoutes) {
    pages.get("rule-trials") { visit in Self.show([:], typed: nil, visit) }
    pages.post("rule-trials") { visit, form in
      let query = ["region", "prices", "cursor"].map { name in (name, form[name].flatMap { $0.isEmpty ? nil : $0 }) }
      do {
        let answer = try await visit.send(
          .post, "/v1/rules/trial" + PagePath.query(query), ["pack": .string(form["pack"] ?? "")])
        return Self.show(
          ["trial": answer.json, "isEmpty": answer.json["coloursChanged"]?.array?.isEmpty ?? true], typed: form, visit)
      } catch let problem as Problem where problem.status != 401 && problem.status < 500 {
        return Self.show(["refusal": visit.refusal(problem)], typed: form, visit, status: .init(code: problem.status))
      }
    }
  }

  private static func show(
    _ values: [String: any Sendable], typed: URLForm?, _ visit: PageVisit, status: HTTPResponse.Status = .ok
  ) -> Response {
    let language = visit.reader.language
    let prices = ["all", "new"].map { word -> [String: any Sendable] in
      [
        "value": word, "words": visit.words.text(word, in: "prices", language), "isChosen": typed?["prices"] == word,
      ]
    }
    let whole = values.merging([
      "draft": typed?["pack"] ?? "", "place": typed?["region"] ?? "", "prices": prices,
      "chosen": typed?["prices"] ?? "",
    ]) { own, _ in own }
    return visit.show("rule-trial", link.words, whole, status: status)
  }
}
