import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit

/// Trying a filter on a sample event, before anybody subscribes with it. Nothing is kept.
struct FilterTrialRoutes: Sendable {
  /// The largest sample, in bytes.
  private static let sampleLimit = 64 << 10

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/filters/trials") { request, context in
      try context.require(.agency, .operator, .leader, .auditor)
      let fields = try JSONFields(try await request.json(context), path: "body")
      let filter = try Self.filter(fields)
      let trial = FilterTrial(filter, on: EventFeatures(try Self.event(fields)))
      var object = JSONObject()
      object.set("passes", trial.passes)
      object.set("parts", .array(trial.parts.map(Self.json)))
      return JSONResponse(.object(object))
    }
  }

  /// Types and regions that are not given let everything pass here.
  private static func filter(_ fields: JSONFields) throws -> EventFilter {
    let types = try fields.strings("types", maximum: RequestSubscription.Wish.typeLimit)
    for type in types where !EventFilter.isKnown(type) { throw NotificationError.unknownType(type) }
    let texts = try fields.strings("regions", maximum: RequestSubscription.Wish.regionLimit)
    var filter = EventFilter(
      types: types.isEmpty ? ["ecoredress."] : types,
      regions: texts.isEmpty ? [.country] : try RequestSubscription.Wish.regions(texts))
    try filter.narrow(by: fields)
    return filter
  }

  /// The sample, as the JSON format of CloudEvents has it.
  private static func event(_ fields: JSONFields) throws -> CloudEvent {
    guard let sample = fields.value("event"), sample.object != nil else {
      throw fields.violation(.fieldMissing, "event")
    }
    do throws(ContractViolation) {
      return try CloudEventCodec.decode(
        value: sample.bytes, headers: [("content-type", Array("application/cloudevents+json".utf8))],
        limits: JSONLimits(maximumBytes: sampleLimit))
    } catch {
      throw ContractViolation(
        error.code, field: fields.path("event.\(error.field)"), message: error.message, remedy: error.remedy)
    }
  }

  private static func json(_ part: FilterTrial.Part) -> JSON {
    var object = JSONObject()
    object.set("field", part.field)
    object.set("passes", part.passes)
    object.set("reading", part.reading)
    switch part.value {
    case .string(let text): object.set("value", text)
    case .integer(let number): object.set("value", JSON.integer(number))
    case .boolean(let flag): object.set("value", flag)
    case nil: break
    }
    if !part.errors.isEmpty {
      object.set(
        "errors", .array(part.errors.map { ["code": .string($0.kind.rawValue), "message": .string($0.message)] }))
    }
    return .object(object)
  }
}
