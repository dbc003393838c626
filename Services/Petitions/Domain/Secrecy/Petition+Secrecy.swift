import Civics
import Contracts

extension Petition {
  /// The approved summary as it may stand on a topic; nil where special secrecy was asked for.
  var publicSummary: String? { isSecret ? nil : file.summary?.text }

  /// Whether the public may know that there is such a petition: not where the complainant asked for special secrecy, and
  /// not once it was handed over in the secret mode (保密转办).
  var mayBeShown: Bool { !isSecret && !file.transfers.contains { $0.secret == true } }

  /// Whether the case was handed over in the secret mode (保密转办) and is with the receiver.
  var isSecretTransfer: Bool { file.transfers.last?.secret == true }

  /// How much of it may be shown to somebody with this territory.
  ///
  /// After a transfer in the secret mode, whoever handed the case over, and the levels above them, go on seeing it
  /// whole; everybody else, the receiver above all, gets the sheet alone.
  func disclosure(to territory: [String]) -> Disclosure {
    guard isSecretTransfer else { return .whole }
    let own = territory.compactMap { try? RegionCode($0) }
    let keepers = file.keepers.compactMap { try? RegionCode($0) }
    return keepers.contains { keeper in own.contains { $0.covers(keeper) } } ? .whole : .sheet
  }
}
