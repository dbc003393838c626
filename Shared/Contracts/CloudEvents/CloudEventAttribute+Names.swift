extension CloudEventAttribute.Name {
  /// The id of the complaint or fact at the root of the chain, the same in all events that follow from it.
  public static let correlationID: Self = "correlationid"
  /// The id of the event that this one follows from directly.
  public static let causationID: Self = "causationid"
  /// The trace (W3C Trace Context) that the event was made in.
  public static let traceParent: Self = "traceparent"
  /// The number of the event among those of its subject, in twenty digits, so that it sorts as text.
  public static let sequence: Self = "sequence"
  /// The region (GB/T 2260) the event belongs to, for filters.
  public static let region: Self = "region"
  /// The kind of thing within the type, such as the category of a petition, for filters.
  public static let kind: Self = "kind"
  /// The colour after the event, for filters.
  public static let colour: Self = "colour"
}
