/// What was verified, of whom: by it two reports of the same matter are known.
struct VerifiedFact: Hashable, Sendable {
  let subject: String
  /// Code of the rule packs, such as `sanluanwu`.
  let code: String
}

extension Petition {
  /// What was verified; facts without a known subject cannot be told from others and are left out.
  var verifiedFacts: Set<VerifiedFact> {
    Set(
      file.findings.filter { $0.verified == true }.flatMap { finding in
        finding.subjectKey.map { subject in
          finding.factCodes.map { VerifiedFact(subject: subject, code: $0) }
        } ?? []
      })
  }
}
