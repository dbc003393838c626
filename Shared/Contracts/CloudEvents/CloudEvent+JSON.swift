extension CloudEvent {
  /// The data as JSON.
  /// - Throws: `data-missing`, `format-not-supported` when the content type is not JSON, or what is wrong with the
  ///   text.
  public func json(limits: JSONLimits = JSONLimits()) throws(ContractViolation) -> JSON {
    switch payload {
    case .json(let json): return json
    case nil: throw ContractViolation(.dataMissing, field: "data")
    case .bytes(let bytes):
      guard MediaType.isJSON(dataContentType) else {
        throw ContractViolation(.formatNotSupported, field: "datacontenttype")
      }
      guard !bytes.isEmpty else { throw ContractViolation(.dataMissing, field: "data") }
      do { return try JSON(parsing: bytes, limits: limits) } catch { throw ContractViolation(error, field: "data") }
    }
  }
}
