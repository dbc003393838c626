/// Where subscribers find the schema that an event names in `dataschema`.
public struct SchemaAddress: Sendable, Hashable {
  /// The address without a way to fetch it: `urn:ecoredress:schema:<type>`, which every service answers under `/schemas/`.
  public static let name = SchemaAddress(base: nil)

  /// What comes before `/schemas/<type>`, such as `https://contracts.example.gov.cn`; nil when schemas are only named.
  public let base: String?

  private init(base: String?) { self.base = base }

  /// - Parameter base: an absolute http or https address without query and fragment; a slash at its end is the same as none.
  /// - Returns: nil for anything else, and for more than 200 bytes.
  public init?(base: String) {
    guard base.utf8.count <= 200, base.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      !base.contains(where: { "?#\"<>\\^`{|}".contains($0) })
    else { return nil }
    guard let host = ["http://", "https://"].first(where: base.hasPrefix).map({ base.dropFirst($0.count) }),
      let first = host.first, first != "/"
    else { return nil }
    var base = base
    while base.hasSuffix("/") { base.removeLast() }
    self.base = base
  }

  /// The `dataschema` of an event of this type.
  public func schema(of type: EventType) -> String {
    base.map { "\($0)/schemas/\(type.rawValue)" } ?? type.schemaID
  }
}
