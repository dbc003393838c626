import FoundationEssentials
import Postgres

/// Finds how addressees are reached, at the moment of the send.
struct AddresseeBook: ContactDirectory {
  let vault: ContactVault

  /// The cards of these keys. A key that nobody has entered has an inbox all the same: what is sent to it waits for whoever
  /// may read there. Those that are switched off have none.
  func cards(of addressees: Set<String>, on connection: PostgresConnection) async throws -> [String: ContactCard] {
    let keys = Array(addressees)
    let known = try await AddresseeStore.find(keys, on: connection)
    var cards = Dictionary(
      keys.filter { known[$0] == nil }.map { ($0, ContactCard(inbox: $0)) }, uniquingKeysWith: { first, _ in first })
    for entry in try await AddresseeStore.contacts(of: keys, on: connection) {
      let contacts = try entry.sealed.map { try vault.open($0, of: entry.key) } ?? AddresseeContacts()
      cards[entry.key] = contacts.card(name: entry.name, key: entry.key)
    }
    return cards
  }
}
