import Civics
import Contracts
import ServiceKit

/// The place that Open311 serves, as an operator sets it.
struct Open311Configuration: ConfigurationArea {
  enum Keys {
    static let region = ConfigurationKey(
      "OPEN311_REGION", ConfigurationType(name: "region", range: "six digits of GB/T 2260") { try? RegionCode($0) },
      "The division whose petitions Open311 shows and takes reports for; without it Open311 is not served")
    static let jurisdiction = ConfigurationKey(
      "OPEN311_JURISDICTION", .text, "The jurisdiction_id that clients may send; without it that of the region")
    static let channel = ConfigurationKey(
      "OPEN311_CHANNEL", .choice(IntakeChannel.self), default: IntakeChannel.platform12369.rawValue,
      "The channel that reports through Open311 count as")
    static let contact = ConfigurationKey(
      "OPEN311_CONTACT", .text, "Whom clients write to about the service, shown by its discovery")
  }

  static let title = "Open311 GeoReport v2"
  static let keys = [
    Keys.region.description, Keys.jurisdiction.description, Keys.channel.description, Keys.contact.description,
  ]

  /// Nil when Open311 is not served.
  let jurisdiction: Open311Jurisdiction?

  init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let region = scope.readIfPresent(Keys.region)
    let id = scope.readIfPresent(Keys.jurisdiction)
    let channel = scope.read(Keys.channel)
    let contact = scope.readIfPresent(Keys.contact)
    guard scope.problems.isEmpty else { throw scope.error }
    jurisdiction = region.map {
      Open311Jurisdiction(
        region: $0, id: id ?? $0.description, channel: channel ?? .platform12369, contact: contact)
    }
  }
}
