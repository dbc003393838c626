/// What an appointment is for.
enum AppointmentPurpose: String, Sendable, CaseIterable {
  /// 环保体检 (诊断).
  case checkUp = "check-up"
  /// 跟踪复诊.
  case followUp = "follow-up"
  /// 政策咨询.
  case consultation
}
