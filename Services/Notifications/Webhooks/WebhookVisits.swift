import FoundationEssentials
import Tracing

/// Opens visits: finds and checks the address, unseals the keys.
struct WebhookVisits: Sendable {
  /// Why there can be no visit.
  struct Failure: Error, Sendable {
    let word: String
  }

  let guardian: AddressGuard
  let vault: SecretVault
  let connections = WebhookConnections()
  /// The name under which endpoints know us.
  let origin: String
  /// Begins a span for each attempt; nil when nothing is traced.
  var tracer: (any Tracer)?

  /// - Parameter sealed: the keys that sign now.
  func begin(
    _ endpoint: UUID, at text: String, keys sealed: [[UInt8]], timeout: Duration
  ) async throws(Failure) -> WebhookVisit {
    let url: WebhookURL
    do throws(NotificationError) {
      url = try WebhookURL(text, allowsPrivate: guardian.allowsPrivate)
    } catch {
      // Approved where private addresses were allowed, and that is over.
      throw Failure(word: "address-refused")
    }
    let addresses: [String]
    do throws(AddressGuard.Refusal) {
      addresses = try await guardian.addresses(of: url)
    } catch {
      throw Failure(word: error == .privateAddress ? "address-refused" : "name-unresolved")
    }
    let keys = sealed.compactMap { try? vault.open($0, of: endpoint) }
    guard keys.count == sealed.count else { throw Failure(word: "secret-unreadable") }
    // Any of them: one that does not answer is not asked for ever.
    guard let address = addresses.randomElement() else { throw Failure(word: "name-unresolved") }
    return WebhookVisit(
      url, at: address, over: connections, signer: WebhookSigner(keys: keys), origin: origin, timeout: timeout)
  }
}
