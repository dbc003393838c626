import Contracts

extension CompensationCase {
  /// Whether a case may be left unstarted, or ended, for this reason.
  /// - Throws: ``CompensationError/reasonNotListed(_:listed:)`` for one that the packs do not know,
  ///   ``CompensationError/mustStart(_:)`` where damage, however minor, must be claimed for.
  func allow(_ reason: NotStartedReason, in circumstances: Circumstances) throws(CompensationError) {
    let listed = try circumstances.rules.notStartedReasons()
    guard listed.contains(reason) else { throw .reasonNotListed(reason, listed: listed) }
    guard reason != .notablyMinor || file.mustStart.isEmpty else { throw .mustStart(file.mustStart) }
  }
}
