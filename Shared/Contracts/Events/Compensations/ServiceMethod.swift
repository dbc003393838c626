/// How a document was served (送达方式).
public enum ServiceMethod: String, Sendable, CaseIterable {
  /// 直接送达.
  case direct
  /// 留置送达.
  case left
  /// 邮寄送达.
  case mail
  /// 电子送达.
  case electronic
  /// 委托送达.
  case entrusted
  /// 公告送达.
  case published
}
