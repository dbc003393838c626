/// Every way in which a record can break the contract. Codes are stable: one is added, none is renamed or reused.
public enum ViolationCode: String, Sendable, CaseIterable {
  // The record.
  case tombstone
  case valueTooLarge = "value-too-large"
  case notCloudEvent = "not-a-cloudevent"
  case batchNotSupported = "batch-not-supported"
  case formatNotSupported = "format-not-supported"
  // The JSON text.
  case jsonInvalid = "json-invalid"
  case jsonTooDeep = "json-too-deep"
  case jsonDuplicateName = "json-duplicate-name"
  case utf8Invalid = "utf8-invalid"
  // The attributes of the event.
  case specVersionUnsupported = "specversion-unsupported"
  case attributeMissing = "attribute-missing"
  case attributeInvalid = "attribute-invalid"
  case attributeTooLong = "attribute-too-long"
  case attributeDuplicated = "attribute-duplicated"
  case attributeNameInvalid = "attribute-name-invalid"
  case tooManyAttributes = "too-many-attributes"
  case typeUnknown = "type-unknown"
  case versionUnknown = "version-unknown"
  case sourceNotAllowed = "source-not-allowed"
  // The data of the event.
  case dataMissing = "data-missing"
  case dataInvalid = "data-invalid"
  case fieldMissing = "field-missing"
  case fieldType = "field-type"
  case fieldEmpty = "field-empty"
  case fieldTooLong = "field-too-long"
  case fieldRange = "field-range"
  case fieldFormat = "field-format"
  case fieldUnknownValue = "field-unknown-value"
  case fieldConflict = "field-conflict"
  case controlCharacter = "control-character"
  case tooManyItems = "too-many-items"
  case timeTooEarly = "time-too-early"
  case timeTooLate = "time-too-late"
  // What only a service can check, against its registers.
  case regionUnknown = "region-unknown"
  case usccInvalid = "uscc-invalid"
  case sealedUnreadable = "sealed-unreadable"
}
