import Crypto
public import FoundationEssentials

/// Ids that follow from what they name, so that reading the same input again, even after a restore, makes the same
/// ids and every duplicate is seen as one.
///
/// Ids are UUIDs of version 5 (RFC 9562 §5.5) in namespaces of our own. The name is the parts joined as netstrings
/// (`5:hello,`): the parts may hold any character, and no two lists of parts join to one name.
public enum EventIdentity {
  /// The namespace of event ids: version 5 of `urn:ecoredress:event` in the namespace for URLs.
  public static let eventNamespace = uuidV5(namespace: urlNamespace, name: "urn:ecoredress:event")
  /// The namespace of petition ids: version 5 of `urn:ecoredress:petition` in the namespace for URLs.
  public static let petitionNamespace = uuidV5(namespace: urlNamespace, name: "urn:ecoredress:petition")
  /// The namespace of causes: version 5 of `urn:ecoredress:cause` in the namespace for URLs.
  public static let causeNamespace = uuidV5(namespace: urlNamespace, name: "urn:ecoredress:cause")

  /// The namespace for URLs of RFC 9562 §6.6, `6ba7b811-9dad-11d1-80b4-00c04fd430c8`.
  static let urlNamespace = UUID(
    uuid: (0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8))

  /// The id of an event that follows from another.
  /// - Parameters:
  ///   - cause: the id of the cause. Ids of outsiders are unique within their source only: make one of both with
  ///     `cause(source:id:)`. Our own ids are unique as they stand.
  ///   - type: the type of the new event.
  ///   - ordinal: its number among the events of this type that follow from the same cause, from 0.
  public static func event(cause: String, type: EventType, ordinal: Int) -> UUID {
    uuidV5(namespace: eventNamespace, parts: cause, type.rawValue, String(ordinal))
  }

  /// One id for what an outsider calls `id` within `source`.
  public static func cause(source: String, id: String) -> UUID {
    uuidV5(namespace: causeNamespace, parts: source, id)
  }

  /// The id of a petition: the same complaint, sent by whatever way and however often, is one petition.
  public static func petition(source: String, externalId: String) -> UUID {
    uuidV5(namespace: petitionNamespace, parts: source, externalId)
  }

  /// The UUID of version 5 of a name.
  public static func uuidV5(namespace: UUID, name: String) -> UUID {
    uuidV5(namespace: namespace, bytes: Array(name.utf8))
  }

  /// The UUID of version 5 of several parts, joined as netstrings.
  public static func uuidV5(namespace: UUID, parts: String...) -> UUID {
    var name: [UInt8] = []
    name.reserveCapacity(160)
    for part in parts {
      name.append(contentsOf: String(part.utf8.count).utf8)
      name.append(Byte.colon)
      name.append(contentsOf: part.utf8)
      name.append(Byte.comma)
    }
    return uuidV5(namespace: namespace, bytes: name)
  }

  private static func uuidV5(namespace: UUID, bytes: [UInt8]) -> UUID {
    // SHA-1 is what version 5 asks for; nothing here leans on its strength.
    var hash = Insecure.SHA1()
    withUnsafeBytes(of: namespace.uuid) { hash.update(bufferPointer: $0) }
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash.finalize().withUnsafeBytes { digest in
      var uuid: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      withUnsafeMutableBytes(of: &uuid) { target in
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: digest[0..<16]))
        target[6] = target[6] & 0x0F | 0x50
        target[8] = target[8] & 0x3F | 0x80
      }
      return UUID(uuid: uuid)
    }
  }
}
