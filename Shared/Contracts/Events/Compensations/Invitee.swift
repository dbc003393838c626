/// Who is invited to take part in a case.
public enum Invitee: String, Sendable, CaseIterable {
  /// 检察院.
  case procuratorate
  /// 法院.
  case court
  /// 村民代表 or residents.
  case villagers
  /// 律师.
  case lawyer
  /// 专家.
  case expert
  /// 人大代表 or 政协委员.
  case peopleDeputy = "people-deputy"
  /// 媒体.
  case media
  /// Anybody else.
  case other
}
