import Contracts
import Crypto
import FoundationEssentials
import Messaging

/// Makes the papers for a suit and hashes them, so that what is filed can be held against what was made.
struct PrepareSuitPapers: Sendable {
  let take: StepTaker

  func callAsFunction(
    _ step: PrepareSuit, on id: UUID, by caller: Caller, work: UnitOfWork,
    authorise: (CompensationCase) throws -> Void
  ) async throws -> CompensationCase? {
    try await take.change(
      id, with: .prepareSuit, detail: step.json, by: caller, work: work, authorise: authorise
    ) { compensation, circumstances in
      try step.take(on: &compensation, in: circumstances, sha256: Self.sha256)
    }
  }

  static func sha256(_ text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
