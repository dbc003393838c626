import FoundationEssentials

/// Opens visits: finds and checks the address, unseals the key.
struct WebhookVisits: Sendable {
  /// Why there can be no visit.
  struct Failure: Error, Sendable {
    let word: String
  }

  let guardian: AddressGuard
  let vault: SecretVault

  func begin(_ lease: EndpointLease, timeout: Duration) async throws(Failure) -> WebhookVisit {
    let url: WebhookURL
    do throws(NotificationError) {
      url = try WebhookURL(lease.url, allowsPrivate: guardian.allowsPrivate)
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
    guard let secret = try? vault.open(lease.secret, of: lease.id) else { throw Failure(word: "secret-unreadable") }
    // Any of them: one that does not answer is not asked for ever.
    guard let address = addresses.randomElement() else { throw Failure(word: "name-unresolved") }
    return WebhookVisit(url, at: address, secret: secret, timeout: timeout)
  }
}
