/// What staff record beside petitions.
enum StaffRecordKind: String, Sendable, CaseIterable {
  /// 非正常上访.
  case irregularPetition = "irregular-petition"
  /// 引发矛盾纠纷.
  case dispute
  /// 排查: the bureau's own search for problems.
  case screening
}
