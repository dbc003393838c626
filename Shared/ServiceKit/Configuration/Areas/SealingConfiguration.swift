/// The keys under which a reporter's identity is sealed, opened and searched.
///
/// Each service is given only what it needs: `petitions` the public keys of both recipients, its own private key
/// and the search key; `notifications` its private key; the others nothing.
public struct SealingConfiguration: Sendable {
  /// The vault of `petitions`.
  public var vault: SealingKey?
  /// `notifications`, which opens an identity in memory for one sending.
  public var notifications: SealingKey?
  /// The private keys this service opens with: the newest first, older ones for what was sealed under them.
  public var privateKeys: [SealingKey]
  /// The key of the exact-match search hash.
  public var searchKey: [UInt8]?
  /// How long a data key is used at most.
  public var rotation: Duration

  public init(
    vault: SealingKey? = nil, notifications: SealingKey? = nil, privateKeys: [SealingKey] = [],
    searchKey: [UInt8]? = nil, rotation: Duration = .seconds(3600)
  ) {
    self.vault = vault
    self.notifications = notifications
    self.privateKeys = privateKeys
    self.searchKey = searchKey
    self.rotation = rotation
  }
}

extension SealingConfiguration: ConfigurationArea {
  enum Keys {
    static let vault = ConfigurationKey(
      "SEALING_VAULT_PUBLIC_KEY", .sealingKey, "The X25519 public key of the petitions vault")
    static let notifications = ConfigurationKey(
      "SEALING_NOTIFICATIONS_PUBLIC_KEY", .sealingKey, "The X25519 public key of notifications")
    static let privateKeys = ConfigurationKey(
      "SEALING_PRIVATE_KEYS", .sealingKeys, isSecret: true,
      "The X25519 private keys this service opens with, the newest first")
    static let searchKey = ConfigurationKey(
      "SEALING_SEARCH_KEY", .base64(32...64), isSecret: true, "The key of the exact-match search hash")
    static let rotation = ConfigurationKey(
      "SEALING_ROTATION_SECONDS", .seconds(1...3600), default: "3600", "How long a data key is used at most")
  }

  public static let title = "Sealing"
  public static let keys = [
    Keys.vault.description, Keys.notifications.description, Keys.privateKeys.description,
    Keys.searchKey.description, Keys.rotation.description,
  ]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let vault = scope.readIfPresent(Keys.vault)
    let notifications = scope.readIfPresent(Keys.notifications)
    let privateKeys = scope.readIfPresent(Keys.privateKeys) ?? []
    let searchKey = scope.readIfPresent(Keys.searchKey)
    let rotation = scope.read(Keys.rotation)
    guard let rotation, scope.problems.isEmpty else { throw scope.error }
    self.init(
      vault: vault, notifications: notifications, privateKeys: privateKeys, searchKey: searchKey, rotation: rotation)
  }
}
