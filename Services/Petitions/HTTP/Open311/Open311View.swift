import Civics
import Contracts
import FoundationEssentials

/// Services, requests and updates in the words of GeoReport v2.
enum Open311View {
  static func service(_ service: Open311Service, _ language: PublicLanguage) -> Open311Value {
    .object([
      ("service_code", .text(service.code)), ("service_name", .text(service.name(language))),
      ("description", .text(service.description(language))), ("metadata", .flag(true)), ("type", .text("realtime")),
      ("keywords", .text(language == .chinese ? "生态环境,信访" : "environment,petition")),
      ("group", .text(language == .chinese ? "生态环境信访" : "Environmental petitions")),
    ])
  }

  static func definition(_ service: Open311Service, _ language: PublicLanguage) -> Open311Value {
    let attributes = Open311Attribute.allCases.enumerated().map { order, attribute in
      let values = attribute.values(language).map { value in
        Open311Value.object([("key", .text(value.key)), ("name", .text(value.name))])
      }
      var members: [(String, Open311Value)] = [
        ("variable", .flag(true)), ("code", .text(attribute.rawValue)), ("datatype", .text(attribute.datatype)),
        ("required", .flag(false)), ("datatype_description", .nothing), ("order", .number(order + 1)),
        ("description", .text(attribute.description(language))),
      ]
      if !values.isEmpty { members.append(("values", .list(of: "value", values))) }
      return Open311Value.object(members)
    }
    return .object([
      ("service_code", .text(service.code)), ("attributes", .list(of: "attribute", attributes)),
    ])
  }

  /// A petition with what everybody may know: the approved summary instead of the complainant's words, the division
  /// instead of an address.
  static func request(_ petition: Petition, _ language: PublicLanguage) -> Open311Value {
    let category = petition.file.accepted?.category ?? petition.category
    let service = Open311Service(category)
    return .object([
      ("service_request_id", .text(petition.number)),
      ("status", .text(Open311Status(petition.status).rawValue)),
      ("status_notes", .text(PublicStage(petition.status).text(language))),
      ("service_name", .text(service.name(language))), ("service_code", .text(service.code)),
      ("description", .optional(petition.file.published?.published == false ? nil : petition.publicSummary)),
      ("agency_responsible", .text(petition.unit)),
      ("service_notice", .nothing), ("requested_datetime", .text(RFC3339.text(of: petition.receivedAt))),
      ("updated_datetime", .text(RFC3339.text(of: petition.updatedAt))),
      ("expected_datetime", .optional(petition.conclusion.map { RFC3339.text(of: $0.basis.due) })),
      ("address", .optional((try? RegionCode(petition.region))?.fullName)), ("address_id", .text(petition.region)),
      ("zipcode", .nothing), ("lat", .nothing), ("long", .nothing), ("media_url", .nothing),
    ])
  }

  /// The answer to a new report.
  static func submitted(_ petition: Petition, _ language: PublicLanguage) -> Open311Value {
    let notice =
      language == .chinese
      ? "已收到。办理进度可凭编号查询;要求保密的不公开,请凭查询码查询。"
      : "Received. Its progress is found by the number; one that is secret is shown to nobody but by its query code."
    return .object([
      ("service_request_id", .text(petition.number)), ("service_notice", .text(notice)), ("account_id", .nothing),
    ])
  }

  static func update(_ update: ListRequestUpdates.Update, _ language: PublicLanguage) -> Open311Value {
    .object([
      ("update_id", .text(String(update.id))), ("service_request_id", .text(update.request)),
      ("status", .text(update.progress.rawValue)), ("updated_datetime", .text(RFC3339.text(of: update.at))),
      ("description", .text(update.progress.text(language))), ("media_url", .nothing),
    ])
  }

  static func discovery(_ jurisdiction: Open311Jurisdiction, root: String) -> Open311Value {
    let endpoint = Open311Value.object([
      ("specification", .text("http://wiki.open311.org/GeoReport_v2")), ("url", .text(root)),
      ("changeset", .text(changeset)), ("type", .text("production")),
      ("formats", .list(of: "format", [.text("text/xml"), .text("application/json")])),
    ])
    return .object([
      ("changeset", .text(changeset)), ("contact", .optional(jurisdiction.contact)),
      ("key_service", .text("The bureau gives tokens to those who report; send one as api_key.")),
      ("endpoints", .list(of: "endpoint", [endpoint])),
    ])
  }

  /// When services or fields last changed.
  private static let changeset = "2026-11-26T00:00:00Z"
}
