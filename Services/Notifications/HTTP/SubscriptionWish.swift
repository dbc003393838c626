import Civics
import Contracts
import ServiceKit

extension RequestSubscription.Wish {
  /// Reads the body of a request for a subscription.
  /// - Parameters:
  ///   - principal: an agency subscribes for itself and inside its own regions; an operator for any agency.
  /// - Throws: the field that is wrong.
  init(_ fields: JSONFields, by principal: Principal, allowsPrivate: Bool) throws {
    let named = try fields.optionalString("agency")
    if let named, named != principal.subject, !principal.has(.operator) {
      throw Problem(
        status: 403, code: "agency-not-allowed", title: "The caller may not speak for this agency",
        detail: "This token stands for \(principal.subject).", field: "body.agency")
    }
    let types = try fields.strings("types", required: true, maximum: 32)
    if types.isEmpty { throw fields.violation(.fieldEmpty, "types") }
    for type in types where !EventFilter.isKnown(type) { throw NotificationError.unknownType(type) }
    let written = try fields.strings("regions", maximum: 64)
    let texts = written.isEmpty ? principal.regions.map(\.code).sorted() : written
    if texts.isEmpty { throw fields.violation(.fieldMissing, "regions") }
    var regions: [RegionCode] = []
    for (index, text) in texts.enumerated() {
      guard let region = try? RegionCode(text) else {
        throw ContractViolation(.regionUnknown, field: "body.regions[\(index)]")
      }
      guard principal.has(.operator) || principal.mayAct(in: text) else { throw Problem.regionForbidden(text) }
      regions.append(region)
    }
    self.init(
      agency: named ?? principal.subject,
      url: try WebhookURL(try fields.string("url", limit: WebhookURL.limit), allowsPrivate: allowsPrivate),
      filter: EventFilter(types: types, regions: regions, colours: try fields.codes("colours", as: Colour.self)))
  }
}
