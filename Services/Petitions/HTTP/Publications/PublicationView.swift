import Civics
import Contracts

/// A published result, as everybody reads it.
enum PublicationView {
  static let columns = ["公示日期", "行政区划代码", "行政区划", "污染类别", "摘要", "网址"]

  static func json(_ publication: PetitionPublication) -> JSON {
    var object = JSONObject()
    object.set("day", publication.day.description)
    object.set("region", publication.region)
    object.set("place", publication.place)
    object.set("category", code: publication.category)
    object.set("summary", publication.summary)
    object.set("uri", publication.uri)
    return .object(object)
  }

  static func row(_ publication: PetitionPublication) -> [String] {
    [
      publication.day.description, publication.region, publication.place, publication.category.rawValue,
      publication.summary, publication.uri ?? "",
    ]
  }
}
