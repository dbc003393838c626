/// Why a period was extended (信访工作条例 §34).
public enum ExtensionReason: String, Sendable, CaseIterable {
  /// 情况复杂.
  case complex
  /// Monitoring or an appraisal is not finished.
  case appraisal
  /// Several agencies must act together.
  case coordination
  /// Another reason, told to the petitioner.
  case other
}
