/// What templates are given that do not belong to one event: the words for petitioners, digests, meetings, appointments,
/// agencies' endpoints, questions of enterprises.
enum TemplateInputs {
  static let shapes: [String: FieldShape] = {
    var shapes: [String: FieldShape] = [:]
    for code in petitionerTemplates { shapes[code] = petitioner }
    shapes["digest"] = digest
    for kind in BroadcastKind.allCases { shapes[kind.template] = broadcast }
    shapes["broadcast-reminder"] = broadcast
    shapes["broadcast-cancelled"] = broadcast
    for code in ["appointment", "appointment-reminder", "appointment-moved", "appointment-cancelled"] {
      shapes[code] = appointment
    }
    for code in ["endpoint-failing", "endpoint-disabled"] { shapes[code] = endpoint }
    for code in ["enquiry-asked", "enquiry-answered", "enquiry-overdue"] { shapes[code] = enquiry }
    return shapes
  }()

  /// The templates `petitions` asks for: the three contacts, and the notices beside them.
  static let petitionerTemplates = [
    "petition-received", "petition-accepted", "petition-refused", "petition-concluded", "petition-taken-over",
    "petition-extended", "petition-paused", "petition-resumed", "petition-reopened", "petition-review-accepted",
    "petition-review-decided", "petition-rewarded",
  ]

  private static let petitioner: FieldShape = .object([
    "petitionNumber": .single(.text), "queryCode": .single(.text), "due": .single(.instant), "unit": .single(.text),
    "verdict": .single(.code), "reason": .single(.code), "referredTo": .single(.text),
    "extensionReason": .single(.code), "pauseReason": .single(.code), "explanation": .single(.text),
    "level": .single(.code), "reviewVerdict": .single(.code), "amount": .single(.text),
  ])

  private static let endpoint: FieldShape = .object([
    "host": .single(.text), "endpoint": .single(.text), "since": .single(.instant), "attempts": .single(.text),
    "disableAt": .single(.instant), "at": .single(.instant), "endpointReason": .single(.code),
  ])

  private static let enquiry: FieldShape = .object([
    "enquiryId": .single(.text), "title": .single(.text), "enterprise": .single(.text),
  ])

  private static let digest: FieldShape = .object([
    "count": .single(.number), "more": .single(.number), "day": .single(.day),
    "items": .list(.object(["title": .single(.text), "at": .single(.instant)])),
  ])

  private static let broadcast: FieldShape = .object([
    "title": .single(.text), "text": .single(.text), "starts": .single(.instant), "ends": .single(.instant),
    "place": .single(.text), "host": .single(.text), "wantsAnswer": .single(.flag),
  ])

  private static let appointment: FieldShape = .object([
    "purpose": .single(.code), "at": .single(.instant), "before": .single(.instant), "place": .single(.text),
    "unit": .single(.text), "note": .single(.text),
  ])
}
