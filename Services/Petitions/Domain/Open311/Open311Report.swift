import Civics
import Contracts
import FoundationEssentials

/// A report of a 311 client, as the complaint it is.
struct Open311Report: Sendable {
  /// The longest description of the specification, in characters.
  static let longestDescription = 4_000

  let complaint: ComplaintSubmitted

  /// - Parameters:
  ///   - home: the division that reports belong to which name no other by `address_id`.
  ///   - channel: the channel they count as.
  ///   - id: a number of the report's own.
  /// - Throws: ``Open311Error`` 400 for what is missing or wrong, 404 for an unknown service.
  init(
    _ form: Open311Parameters, home: RegionCode, channel: IntakeChannel, id: String
  ) throws(Open311Error) {
    guard let code = form["service_code"] else { throw .missing("service_code") }
    guard let service = Open311Service(code: code) else { throw .unknown("service_code") }
    guard let description = form["description"] else { throw .missing("description") }
    guard description.count <= Self.longestDescription else {
      throw .invalid("description", "at most \(Self.longestDescription) characters")
    }
    let place = try Self.place(form)
    let location = form["address_string"]
    guard place != nil || location != nil || form["address_id"] != nil else {
      throw .missing("lat and long, address_string or address_id")
    }
    let content = [description, form["media_url"].map { "图片或者视频:\($0)" }].compactMap { $0 }
    let report = ComplaintSubmitted(
      externalId: id, channel: channel, region: try Self.region(form, home).description, category: service.category,
      content: content.joined(separator: "\n"), location: location, occurredAt: try Self.occurredAt(form),
      subject: form[Self.name(.polluter)].map { ComplaintSubject(siteName: $0) }, reporter: Self.reporter(form),
      secret: try Self.secret(form), place: place)
    do throws(ContractViolation) {
      // Whatever a complaint of the contract may not be, a report may not be either.
      complaint = try ComplaintSubmitted(json: report.json, path: "report")
    } catch {
      throw Open311Error(violation: error)
    }
  }

  private static func name(_ attribute: Open311Attribute) -> String { "attribute[\(attribute.rawValue)]" }

  private static func place(_ form: Open311Parameters) throws(Open311Error) -> ComplaintPlace? {
    switch (form["lat"], form["long"]) {
    case (nil, nil): return nil
    case (let latitude?, let longitude?):
      return ComplaintPlace(
        longitude: try degrees("long", longitude, 180), latitude: try degrees("lat", latitude, 90))
    case (nil, _): throw .missing("lat")
    case (_, nil): throw .missing("long")
    }
  }

  private static func degrees(_ name: String, _ text: String, _ bound: Decimal) throws(Open311Error) -> Decimal {
    guard text.utf8.count <= 32, let degrees = Decimal(string: text), abs(degrees) <= bound,
      text.utf8.allSatisfy({ "+-.0123456789".utf8.contains($0) })
    else { throw .invalid(name, "degrees (WGS 84) from -\(bound) to \(bound)") }
    return degrees
  }

  /// The division of `address_id`, which must lie in that of the jurisdiction.
  private static func region(_ form: Open311Parameters, _ home: RegionCode) throws(Open311Error) -> RegionCode {
    guard let text = form["address_id"] else { return home }
    guard let region = try? RegionCode(text), home.covers(region) else {
      throw .invalid("address_id", "the six digits of a division (GB/T 2260) of this jurisdiction")
    }
    return region
  }

  private static func occurredAt(_ form: Open311Parameters) throws(Open311Error) -> Date? {
    guard let text = form[name(.occurredAt)] else { return nil }
    guard let date = RFC3339.date(from: text.replacing(" ", with: "+")) else {
      throw .invalid(name(.occurredAt), "an instant with its zone, such as 2026-01-06T08:00:00Z")
    }
    return date
  }

  private static func secret(_ form: Open311Parameters) throws(Open311Error) -> Bool? {
    switch form[name(.secret)] {
    case nil, "no": return nil
    case "yes": return true
    case .some: throw .invalid(name(.secret), "yes or no")
    }
  }

  private static func reporter(_ form: Open311Parameters) -> Reporter? {
    let names = [form["first_name"], form["last_name"]]
    let isLatin = names.compactMap { $0 }.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    // A Chinese name has the family's first.
    let name = (isLatin ? names : names.reversed()).compactMap { $0 }.joined(separator: isLatin ? " " : "")
    let reporter = Reporter(name: name.isEmpty ? nil : name, phone: form["phone"], email: form["email"])
    return reporter.name == nil && reporter.phone == nil && reporter.email == nil ? nil : reporter
  }
}
