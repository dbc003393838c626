import Contracts

/// Who is told of a case, takes part in it and follows it.
struct CaseCompany: JSONConvertible {
  /// The latest last.
  var notices: [ObligorNotice] = []
  var invitations: [Invitation] = []
  var keyCase: KeyCase?

  init() {}

  init(fields: JSONFields) throws(ContractViolation) {
    notices = try fields.objects("notices", maximum: CaseFile.longest)
    invitations = try fields.objects("invitations", maximum: CaseFile.longest)
    keyCase = try fields.optionalObject("keyCase")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("notices", notices.isEmpty ? nil : notices)
    object.set("invitations", invitations.isEmpty ? nil : invitations)
    object.set("keyCase", keyCase)
    return .object(object)
  }
}
