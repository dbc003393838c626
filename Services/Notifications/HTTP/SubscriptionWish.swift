import Civics
import Contracts
import ServiceKit

extension RequestSubscription.Wish {
  /// The most types, and the most regions, a subscription names.
  static let typeLimit = 32
  static let regionLimit = 64

  /// Reads the body of a request for a subscription.
  /// - Parameters:
  ///   - principal: an agency subscribes for itself and inside its own regions; an operator for any agency.
  /// - Throws: the field that is wrong.
  init(_ fields: JSONFields, by principal: Principal, allowsPrivate: Bool) throws {
    let named = try fields.optionalString("agency")
    if let named, named != principal.subject, !principal.has(.operator) {
      throw Problem(
        status: 403, code: "agency-not-allowed", title: "The caller may not speak for this agency",
        detail: "This token stands for \(principal.subject).", field: "body.agency",
        remedy: "Leave the field out, or let an operator ask for it.")
    }
    let types = try fields.strings("types", required: true, maximum: Self.typeLimit)
    if types.isEmpty { throw fields.violation(.fieldEmpty, "types") }
    for type in types where !EventFilter.isKnown(type) { throw NotificationError.unknownType(type) }
    let written = try fields.strings("regions", maximum: Self.regionLimit)
    let texts = written.isEmpty ? principal.regions.map(\.code).sorted() : written
    if texts.isEmpty { throw fields.violation(.fieldMissing, "regions") }
    let regions = try Self.regions(texts)
    for text in texts where !principal.has(.operator) && !principal.mayAct(in: text) {
      throw Problem.regionForbidden(text)
    }
    var filter = EventFilter(types: types, regions: regions)
    try filter.narrow(by: fields)
    self.init(
      agency: named ?? principal.subject,
      url: try WebhookURL(try fields.string("url", limit: WebhookURL.limit), allowsPrivate: allowsPrivate),
      filter: filter, settings: try EndpointSettings(fields), schemes: try RequestSubscription.Wish.schemes(fields))
  }

  /// How deliveries are to be signed; by a secret when nothing is said.
  private static func schemes(_ fields: JSONFields) throws(ContractViolation) -> [SignatureScheme] {
    let named = try fields.codes("signatures", as: SignatureScheme.self)
    return named.isEmpty ? [.v1] : SignatureScheme.allCases.filter(named.contains)
  }

  /// Divisions by their codes.
  static func regions(_ texts: [String]) throws(ContractViolation) -> [RegionCode] {
    var regions: [RegionCode] = []
    for (index, text) in texts.enumerated() {
      guard let region = try? RegionCode(text) else {
        throw ContractViolation(.regionUnknown, field: "body.regions[\(index)]")
      }
      regions.append(region)
    }
    return regions
  }
}

extension EventFilter {
  /// The most kinds a subscription names.
  private static let kindLimit = 32

  /// Reads what lets fewer events pass than types and regions alone: kinds, colours and filters.
  /// - Throws: the field that is wrong; `NotificationError.filter` with the place in an expression.
  mutating func narrow(by fields: JSONFields) throws {
    kinds = try fields.strings("kinds", maximum: EventFilter.kindLimit)
    colours = try fields.codes("colours", as: Colour.self)
    guard let json = fields.value("filters") else { return }
    do throws(FilterRefusal) {
      filters = try FilterReader.filters(json, field: fields.path("filters"))
    } catch {
      throw NotificationError.filter(error)
    }
  }
}
