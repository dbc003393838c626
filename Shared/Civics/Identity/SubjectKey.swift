/// Who a case, a score or a claim is about; also the key of every record that must stay in order for one subject.
///
///     subject-key = "uscc:" code            ; 18 characters, GB 32100-2015
///                 / "site:" region ":" slug ; 6 digits of GB/T 2260, see SiteSlug
///
/// Workshops without a licence (“散乱污”作坊) have no code: they are a place with a name. A site can later be linked to a
/// code; its key stays valid.
public enum SubjectKey: Hashable, Sendable {
  /// An enterprise with a unified social credit code.
  case enterprise(UnifiedSocialCreditCode)
  /// A place with a name, in the division where it lies.
  case site(RegionCode, SiteSlug)

  /// The key of a site by the name people gave it. Throws when nothing of the name is left to tell it by.
  public static func site(in region: RegionCode, named name: String) throws(SubjectKeyError) -> SubjectKey {
    guard region != .country else { throw .siteWithoutDivision }
    return .site(region, try SiteSlug(name: name))
  }

  /// Reads a key in its printed form. A key that is not in normal form (lower-case code, slug that would be folded) is
  /// refused: two spellings of one subject would be two keys.
  public init(_ text: String) throws(SubjectKeyError) {
    if text.hasPrefix("uscc:") {
      let written = String(text.dropFirst(5))
      let code: UnifiedSocialCreditCode
      do throws(UnifiedSocialCreditCodeError) { code = try UnifiedSocialCreditCode(written) } catch {
        throw .code(error)
      }
      guard code.text == written else { throw .notNormal("uscc:" + code.text) }
      self = .enterprise(code)
    } else if text.hasPrefix("site:") {
      let parts = text.dropFirst(5).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw .malformed }
      let region: RegionCode
      do throws(RegionCodeError) { region = try RegionCode(String(parts[0])) } catch { throw .region(error) }
      guard region != .country else { throw .siteWithoutDivision }
      let slug = try SiteSlug(name: String(parts[1]))
      guard slug.text == parts[1] || SiteSlug.isShortened(String(parts[1])) else {
        throw .notNormal("site:\(region):\(slug)")
      }
      self = .site(region, SiteSlug(checked: String(parts[1])))
    } else {
      throw .malformed
    }
  }

  /// Where the subject lies, for a site. An enterprise's code says where it was registered, not where it works, so nil.
  public var region: RegionCode? {
    if case .site(let region, _) = self { region } else { nil }
  }

  /// The code, nil for a site.
  public var unifiedSocialCreditCode: UnifiedSocialCreditCode? {
    if case .enterprise(let code) = self { code } else { nil }
  }
}

extension SubjectKey: CustomStringConvertible {
  /// What ``init(_:)`` reads.
  public var description: String {
    switch self {
    case .enterprise(let code): "uscc:" + code.text
    case .site(let region, let slug): "site:\(region):\(slug.text)"
    }
  }
}
