import ServiceKit
import Synchronization

/// Remembers for a while where the provider is asked for what.
final class ProviderDirectory: Sendable {
  private static let age = Duration.seconds(600)

  private let known = Mutex<(places: ProviderPlaces, at: ContinuousClock.Instant)?>(nil)

  func places(of provider: OpenIDProvider) async throws(SignInFault) -> ProviderPlaces {
    if let found = known.withLock({ $0 }), ContinuousClock.now - found.at < Self.age { return found.places }
    let document = try await ProviderTransport.get(ProviderPlaces.document(of: provider.issuer))
    let places = try ProviderPlaces(document, of: provider)
    known.withLock { $0 = (places, .now) }
    return places
  }
}
