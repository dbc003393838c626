extension IntakeChannel {
  /// The class a channel belongs to: exactly one, derived and never asked of the sender.
  public var intakeClass: IntakeClass {
    switch self {
    case .postalBox, .email: .letter
    case .visit: .visit
    case .platform12369, .wechatGroup, .wechatPublic: .net
    case .hotline12345, .hotline12369: .phone
    // A transfer comes in writing from another authority.
    case .systemTransfer, .departmentTransfer: .letter
    }
  }
}
