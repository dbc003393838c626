import Contracts
import FoundationEssentials

extension CompensationCase {
  /// Takes in what is told about one of the case's notices: served by what the rules take as proof, or not to be brought.
  /// - Returns: the event that tells of the service; nil where nothing is proven, or was before.
  mutating func take(
    _ proof: NoticeProof, rules: CompensationRules, at now: Date
  ) throws(CompensationError) -> CompensationNoticeServed? {
    guard let index = file.company.notices.lastIndex(where: { $0.number == proof.number }) else { return nil }
    guard file.company.notices[index].servedAt == nil else { return nil }
    guard let method = try rules.service(by: proof) else {
      if case .failed(let failure) = proof.kind { file.company.notices[index].failure = failure }
      return nil
    }
    // Real time and the business clock need not agree.
    let served = min(max(proof.at, file.company.notices[index].issuedAt), now)
    return serve(index, at: served, by: method, proof: proof.proof, told: now)
  }

  /// Notes that a notice was served; the clock of the latest one is met.
  mutating func serve(
    _ index: Int, at served: Date, by method: ServiceMethod, proof: String? = nil, told now: Date
  ) -> CompensationNoticeServed {
    file.company.notices[index].servedAt = served
    file.company.notices[index].method = method
    file.company.notices[index].proof = proof
    file.company.notices[index].failure = nil
    if index == file.company.notices.count - 1 { meet(.serveNotice, at: served) }
    return CompensationNoticeServed(
      caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey,
      noticeNumber: file.company.notices[index].number, servedAt: served, method: method)
  }
}
