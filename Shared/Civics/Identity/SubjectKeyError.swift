/// Why a text is no key of a subject.
public enum SubjectKeyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Neither `uscc:CODE` nor `site:REGION:SLUG`.
  case malformed
  case code(UnifiedSocialCreditCodeError)
  case region(RegionCodeError)
  /// A site needs a division below the country.
  case siteWithoutDivision
  /// The site's name holds no letter, digit or character to tell it by.
  case emptyName
  /// Right but for its spelling; the associated text is the key as it must be written.
  case notNormal(String)

  /// A stable word for machines.
  public var machineCode: String {
    switch self {
    case .malformed: "subject-malformed"
    case .code(let error): error.code
    case .region(let error): error.code
    case .siteWithoutDivision: "subject-site-without-division"
    case .emptyName: "subject-empty-name"
    case .notNormal: "subject-not-normal"
    }
  }

  public var description: String {
    switch self {
    case .malformed: "a subject is uscc:CODE or site:REGION:SLUG"
    case .code(let error): error.description
    case .region(let error): error.description
    case .siteWithoutDivision: "a site needs the division it lies in, not the whole country"
    case .emptyName: "the name of the site has no letter, digit or character to tell it by"
    case .notNormal(let key): "the subject must be written \(key)"
    }
  }
}
