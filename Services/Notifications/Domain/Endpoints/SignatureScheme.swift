/// How deliveries are signed, as the header `webhook-signature` names it (Standard Webhooks 1.0.0).
enum SignatureScheme: String, Sendable, CaseIterable {
  /// HMAC-SHA256 with a secret that both sides hold.
  case v1
  /// ed25519: we alone hold the private key, and who reads the receiver's key can sign nothing.
  case v1a
}
