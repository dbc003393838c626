/// Why a negotiation failed (磋商不成).
public enum NegotiationFailure: String, Sendable, CaseIterable {
  /// 赔偿义务人明确表示拒绝磋商.
  case refused
  /// 未在答复期限内答复.
  case noReply = "no-reply"
  /// 无正当理由不参加磋商会议或退出.
  case absent
  /// 经磋商未达成一致.
  case noAgreement = "no-agreement"
  /// 已达磋商次数上限.
  case roundsExhausted = "rounds-exhausted"
  /// 已过磋商期限.
  case timeExhausted = "time-exhausted"
  /// 达成一致后不签订协议.
  case notSigned = "not-signed"
}
