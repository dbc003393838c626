/// What in a text can point to a person.
public enum PersonalDatum: String, Sendable, CaseIterable, Comparable {
  /// A person's name, with or without a title.
  case name
  /// A telephone number, mobile or fixed.
  case phone
  /// A resident identity card number (居民身份证号码, GB 11643), of 18 or 15 characters.
  case idCard = "id-card"
  /// A number of a bank card, or of another account: WeChat, QQ.
  case account
  /// An e-mail address.
  case email
  /// The number plate of a vehicle (GA 36).
  case plate
  /// A door: the house number and what stands behind it.
  case address

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
