import Civics
import Contracts
import ServiceKit

/// Subjects as rows of a table for offices.
enum SubjectTable {
  static let columns = [
    "主体", "名称", "主体类型", "区划代码", "区划", "颜色", "积分", "颜色起始时间", "计分事实数", "下次变动时间", "所属企业", "更新时间",
  ]

  static func row(_ line: ListedSubject) -> [String] {
    let rating = line.rating
    return [
      rating.subject, line.registration?.title ?? "", line.registration?.kind.chinese ?? "", rating.region,
      (try? RegionCode(rating.region))?.fullName ?? "", rating.colour.chinese, rating.score?.description ?? "",
      OfficeTime.text(rating.colourSince), String(rating.counting), OfficeTime.text(rating.nextChange),
      rating.owner ?? "", OfficeTime.text(rating.updatedAt),
    ]
  }
}
