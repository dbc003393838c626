/// Why a suit may be brought (最高人民法院 若干规定 第五条).
public enum SuitCause: String, Sendable, CaseIterable {
  /// 磋商未达成一致.
  case negotiationFailed = "negotiation-failed"
  /// 无法进行磋商.
  case negotiationImpossible = "negotiation-impossible"
  /// 未经司法确认的协议不履行.
  case agreementNotPerformed = "agreement-not-performed"
}
