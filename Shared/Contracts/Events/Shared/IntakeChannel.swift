/// How a complaint reached the bureau (投诉渠道).
public enum IntakeChannel: String, Sendable, CaseIterable {
  /// The national 12369 platform.
  case platform12369 = "PLATFORM_12369"
  /// The city's 12345 service hotline.
  case hotline12345 = "HOTLINE_12345"
  /// The local 12369 telephone.
  case hotline12369 = "HOTLINE_12369"
  /// Letter to the 12369 postal box.
  case postalBox = "POSTAL_BOX"
  /// E-mail.
  case email = "EMAIL"
  /// The supervisors' WeChat group.
  case wechatGroup = "WECHAT_GROUP"
  /// The public WeChat account.
  case wechatPublic = "WECHAT_PUBLIC"
  /// A visit in person; a batch may be several people.
  case visit = "VISIT"
  /// Transferred within the ecology and environment system.
  case systemTransfer = "SYSTEM_TRANSFER"
  /// Transferred by another department.
  case departmentTransfer = "DEPT_TRANSFER"
}
