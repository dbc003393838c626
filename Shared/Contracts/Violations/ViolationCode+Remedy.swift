extension ViolationCode {
  /// What a sender can generally do about it.
  public var remedy: String {
    switch self {
    case .tombstone: "Send an event that says what happened; nothing can be deleted with a null value here."
    case .valueTooLarge: "Send large material as attachments by address and hash, not in the record."
    case .notCloudEvent: "Send the attributes as ce_ headers, or one JSON object with specversion in the value."
    case .batchNotSupported: "Send each event as a record of its own."
    case .formatNotSupported: "Send application/json or application/cloudevents+json in UTF-8."
    case .jsonInvalid, .jsonDuplicateName: "Write the value with a JSON library (RFC 8259)."
    case .jsonTooDeep: "Send the flat form that the schema of the type describes."
    case .utf8Invalid: "Encode the text in UTF-8, not in GBK or GB 18030."
    case .specVersionUnsupported: "Set specversion to 1.0."
    case .attributeMissing: "Give id, source, type and specversion with every event."
    case .attributeInvalid: "See the attribute's form in CloudEvents 1.0.2."
    case .attributeTooLong: "Keep ids, sources, types and subjects under 256 bytes and the others under 1024."
    case .attributeDuplicated: "Give each attribute once."
    case .attributeNameInvalid: "Name attributes with a to z and 0 to 9 only."
    case .tooManyAttributes: "Put what belongs to the case into the data."
    case .typeUnknown, .versionUnknown: "See the list of event types and their versions in the contract."
    case .sourceNotAllowed: "Use the topic and the source agreed with the bureau."
    case .dataMissing, .dataInvalid: "Send the data as the schema of the type describes."
    case .fieldMissing, .fieldType, .fieldEmpty, .fieldTooLong, .fieldRange, .fieldFormat, .fieldUnknownValue:
      "See the field in the schema of the type."
    case .fieldConflict: "Give one of the two fields only, or let them agree."
    case .controlCharacter: "Send the identifier without control and text direction characters."
    case .tooManyItems: "Send fewer items, or the rest with a supplement of the same externalId."
    case .timeTooEarly, .timeTooLate: "Check the sender's clock and give the offset from UTC with every instant."
    case .regionUnknown: "Use a six-digit code of GB/T 2260 in force."
    case .usccInvalid: "Check the eighteen characters with their check character (GB 32100-2015)."
    case .sealedUnreadable: "Seal with the bureau's current public key, and with the source and externalId as context."
    }
  }
}
