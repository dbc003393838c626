/// What is kept sealed of one complaint.
struct VaultRow: Sendable {
  let entry: Int64
  let complaint: [UInt8]
  let contact: [UInt8]?
  let hotline: [UInt8]?
  let queryCode: [UInt8]?
  /// By what it is found among others, packed; nil where there is nothing.
  let traits: [UInt8]?
}
