/// Whom a message is for; decides who may read it in an inbox and how its addressee is found.
public enum MessageAudience: String, Sendable, CaseIterable {
  /// A petitioner (信访人): the contact data come sealed with the message, and nobody's address book holds them.
  case petitioner
  /// An enterprise (企业); its key is its subject key, `uscc:…` or `site:…`.
  case enterprise
  /// A unit of the bureaus (生态环境部门), by region and role.
  case unit
  /// An agency that uses our events (协同部门); its key is the subject of its tokens.
  case agency
  /// A court or procuratorate (法院、检察院).
  case judiciary
  /// An insurer (保险机构).
  case insurer
  /// Public participants: volunteers, experts, deputies (社会公众).
  case participants = "public"
}
