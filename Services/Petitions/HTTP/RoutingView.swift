import Civics
import Contracts

/// How routes are shown.
enum RoutingView {
  static func answer(_ answer: TryRouting.Answer) -> JSON {
    var object = JSONObject()
    object.set("region", answer.asked.place.region.description)
    object.set("area", answer.asked.place.area)
    object.set("grid", answer.asked.place.grid)
    object.set("category", code: answer.asked.category)
    object.set("route", route(answer.present))
    object.set("proposed", answer.proposed.map(route))
    return .object(object)
  }

  static func move(_ move: TryRouting.Move) -> JSON {
    var object = JSONObject()
    object.set("petitionNumber", move.number)
    object.set("from", move.from)
    object.set("to", route(move.to))
    return .object(object)
  }

  private static func route(_ route: Route) -> JSON {
    var object = JSONObject()
    object.set("unit", route.unit)
    object.set("name", route.name)
    object.set("matched", route.matched)
    object.set("fallback", route.isFallback)
    return .object(object)
  }
}
