import Civics
import Contracts

extension CompensationRules {
  /// How a notice counts as served by this proof; nil where it does not, as a text message that nobody confirmed.
  func service(by proof: NoticeProof) throws(CompensationError) -> ServiceMethod? {
    guard let code = proof.kind.ruleCode else { return nil }
    let channel = proof.channel?.rawValue.uppercased().split(separator: "-").joined(separator: "_")
    return try look { rules throws(RuleLookupError) in
      for row in try rules.table(Key.noticeProofs).rows where try row.text("proof") == code {
        if row.cells["channel"] != nil, try row.text("channel") != channel { continue }
        let method = try row.text("method")
        return ServiceMethod.allCases.first { $0.rawValue.uppercased() == method }
      }
      return nil
    }
  }
}
