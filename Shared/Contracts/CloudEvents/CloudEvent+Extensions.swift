extension CloudEvent {
  /// See `CloudEventAttribute.Name.correlationID`.
  public var correlationID: String? {
    get { self[.correlationID] }
    set { self[.correlationID] = newValue }
  }

  /// See `CloudEventAttribute.Name.causationID`.
  public var causationID: String? {
    get { self[.causationID] }
    set { self[.causationID] = newValue }
  }

  /// See `CloudEventAttribute.Name.traceParent`. Malformed text reads as nil: W3C asks to begin a new trace then, and
  /// nobody's complaint is refused for it.
  public var traceParent: TraceParent? {
    get { self[.traceParent].flatMap(TraceParent.init) }
    set { self[.traceParent] = newValue?.description }
  }

  /// See `CloudEventAttribute.Name.sequence`. Twenty digits on the wire: the sequence extension of CloudEvents
  /// compares text.
  public var sequence: Int64? {
    get { self[.sequence].flatMap { Int64($0) } }
    set {
      self[.sequence] = newValue.map { value in
        String(unsafeUninitializedCapacity: 20) { output in
          var rest = max(0, value)
          for index in (0..<20).reversed() {
            output[index] = Byte.zero + UInt8(rest % 10)
            rest /= 10
          }
          return 20
        }
      }
    }
  }

  /// See `CloudEventAttribute.Name.region`.
  public var region: String? {
    get { self[.region] }
    set { self[.region] = newValue }
  }

  /// See `CloudEventAttribute.Name.kind`.
  public var kind: String? {
    get { self[.kind] }
    set { self[.kind] = newValue }
  }

  /// See `CloudEventAttribute.Name.colour`.
  public var colour: Colour? {
    get { self[.colour].flatMap(Colour.init(rawValue:)) }
    set { self[.colour] = newValue?.rawValue }
  }
}
