import Contracts
import FoundationEssentials
import Postgres
import Sealing

/// The sealed side of petitions, for those who hold its key.
struct PetitionVault: Sendable {
  /// Why nothing can be opened here.
  struct Closed: Error {
    let reason: SealingError
  }

  /// What is sealed of one petition.
  struct Contents: Sendable {
    /// The complaint as it came in, with the complainant's words.
    let complaint: JSON
    /// The identity that a hotline had sealed.
    let reporter: JSON?
    /// What came in later, in order.
    let supplements: [JSON]

    /// Texts by which the reporter is known.
    var personal: [String] {
      let reporters = ([complaint] + supplements).map { $0["reporter"] } + [reporter]
      return reporters.compactMap { $0 }.flatMap { reporter in
        ["name", "phone", "email", "address"].compactMap { reporter[$0]?.string }
      }
    }
  }

  let opener: Opener

  /// Opens everything of a petition; nil when nothing is sealed of it.
  /// - Throws: ``Closed`` without the key, `StoredValueError` for what is damaged.
  func open(_ petition: Petition, on connection: PostgresConnection) async throws -> Contents? {
    guard let sealed = try await VaultStore.sealed(petition.entry, on: connection) else { return nil }
    let later = try await SupplementStore.sealed(petition.id, on: connection)
    do throws(SealingError) {
      let vault = PetitionSealing.vaultContext(petition.id)
      let hotline = SealingContext.of("reporter", petition.source, petition.externalId)
      return Contents(
        complaint: try json(sealed.complaint, vault) ?? .null,
        reporter: try sealed.hotline.flatMap { envelope throws(SealingError) in try json(envelope, hotline) },
        supplements: try later.map { envelope throws(SealingError) in try json(envelope, vault) ?? .null })
    } catch {
      switch error.code {
      case .notForUs, .invalidKey: throw Closed(reason: error)
      default: throw StoredValueError(table: "petition_vault", id: petition.id.lowercased)
      }
    }
  }

  private func json(_ envelope: [UInt8], _ context: [UInt8]) throws(SealingError) -> JSON? {
    let opened = try opener.open(envelope, context: context)
    return try? JSON(parsing: opened, limits: .storedFile)
  }
}
