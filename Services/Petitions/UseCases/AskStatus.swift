import Contracts
import Crypto
import FoundationEssentials
import Postgres
import Sealing

/// Tells a petitioner where the case stands, for number and query code, and tells nothing to anybody else.
///
/// Whatever is wrong, the answer is the same, and so is the work done for it. Guessing is slowed down by number and by
/// address; all replicas count together.
struct AskStatus: Sendable {
  enum Answer: Sendable {
    case status(PublicStatus)
    /// No petition answers to this number and code.
    case unknown
    /// Asked too often: for how long nothing is answered.
    case tooOften(Duration)
  }

  let limits: StatusQueryLimits
  let hasher: SearchHasher
  let pool: PostgresPool
  let petitions: PetitionStore

  /// - Parameter address: where the question comes from; nil where there is no network in between.
  func callAsFunction(number written: String, code: String, from address: String?) async throws -> Answer {
    let number = PetitionNumber(written)
    let byNumber = number.map { hasher.hash("status-number \($0.text)") }
    let byAddress = hasher.hash("status-address \(AddressBlock.name(of: address))")
    let counts = try await AttemptStore.count(
      [
        .init(bucket: byAddress, window: limits.addressWindow), .init(bucket: byNumber, window: limits.numberWindow),
      ].compactMap { $0 }, on: pool)
    if let wait = counts.wait(byAddress, beyond: limits.perAddress) { return .tooOften(wait) }
    if let byNumber, let wait = counts.wait(byNumber, beyond: limits.perNumber) { return .tooOften(wait) }
    guard let found = try await petition(number, code: QueryCode.normal(code)), let byNumber else { return .unknown }
    // Who knows the code does not guess.
    try await AttemptStore.forgive(byNumber, on: pool)
    return .status(PublicStatus(found))
  }

  /// The petition of this number whose code this is.
  private func petition(_ number: PetitionNumber?, code: String) async throws -> Petition? {
    // Without a number the same is done for ids that nobody has.
    let nobody = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    let candidates = try await VaultStore.queryCodes(of: number, on: pool)
    var match: UUID?
    for candidate in candidates.isEmpty ? [(id: nobody, verifier: nil)] : candidates {
      let given = hasher.hash(QueryCode.verifier(of: code, petition: candidate.id))
      if ConstantTime.areEqual(given, candidate.verifier ?? []) { match = candidate.id }
    }
    guard let match else { return nil }
    return try await pool.withConnection { try await petitions.find(match, on: $0) }
  }
}
