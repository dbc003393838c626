/// What a pause holds back.
public enum PauseScope: Sendable, Hashable {
  /// Everything of the topic.
  case topic
  case partition(Int32)
  /// Messages of this ordering key; the others of the topic go on.
  case key(String)
}
