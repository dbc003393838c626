import Contracts

/// What a county's bureau reports on a work reminder letter.
struct LetterAnswer: JSONConvertible {
  /// Whether everything the letter names is put right.
  let rectified: Bool
  /// How many places or cases were searched for like problems, and how many had one.
  let searched: Int
  let likeProblems: Int
  let summary: String

  init(rectified: Bool, searched: Int, likeProblems: Int, summary: String) {
    self.rectified = rectified
    self.searched = searched
    self.likeProblems = likeProblems
    self.summary = summary
  }

  init(fields: JSONFields) throws(ContractViolation) {
    rectified = try fields.bool("rectified")
    searched = try fields.integer("searched", in: 0...1_000_000)
    likeProblems = try fields.integer("likeProblems", in: 0...searched)
    summary = try fields.text("summary", limit: 4096)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("rectified", rectified)
    object.set("searched", searched)
    object.set("likeProblems", likeProblems)
    object.set("summary", summary)
    return .object(object)
  }
}
