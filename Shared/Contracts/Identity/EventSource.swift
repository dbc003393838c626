/// The `source` attribute of what our services say: `/ecoredress/<service>`.
///
/// The same in every deployment, for ids are made of it. Sources of outsiders are their own; by convention a hotline
/// is `/hotline/<name>`, an enforcement system `/enforcement/<name>`, a bank or insurer `/payments/<name>`.
public struct EventSource: RawRepresentable, Hashable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let petitions = EventSource(.petitions)
  public static let scoring = EventSource(.scoring)
  public static let compensation = EventSource(.compensation)
  public static let notifications = EventSource(.notifications)

  /// The source of a service.
  public init(_ service: ServiceName) { rawValue = "/ecoredress/\(service.rawValue)" }
}
