import Contracts

/// An entry of the addressee book, as staff send it.
struct AddresseeForm: Sendable {
  let audience: MessageAudience
  let name: String
  let region: String
  let roles: [String]
  let tags: [String]
  let language: MessageLanguage
  let channels: [ContactChannel]
  let isActive: Bool
  /// Nil leaves the contact data that are there.
  let contacts: AddresseeContacts?

  init(_ body: JSON) throws(ContractViolation) {
    let fields = try JSONFields(body, path: "body")
    audience = try fields.code("audience")
    name = try fields.text("name", limit: 256)
    region = try fields.region("region")
    roles = try fields.strings("roles", maximum: 32, limit: 64)
    tags = try fields.strings("tags", maximum: 32, limit: 64)
    language = try fields.optionalCode("language") ?? .chinese
    channels = try fields.codes("channels", maximum: 8)
    isActive = try fields.optionalBool("active") ?? true
    contacts = try fields.value("contacts").map { json throws(ContractViolation) in
      try AddresseeContacts(fields: JSONFields(json, path: "body.contacts"))
    }
  }

  func addressee(_ key: String) -> Addressee {
    Addressee(
      key: key, audience: audience, name: name, region: region, roles: roles, tags: tags, language: language,
      channels: channels, isActive: isActive)
  }
}
