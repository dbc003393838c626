import Civics
import Contracts

/// A result that was published (公示公开): what staff wrote and masked, the place and the kind.
struct PetitionPublication: Sendable {
  let day: CivilDate
  let region: String
  let category: Category
  let summary: String
  let uri: String?

  /// - Returns: nil for a case that is not published, or must not be shown any more.
  init?(_ petition: Petition) {
    guard petition.mayBeShown, let event = petition.file.published, event.published, let summary = event.summary else {
      return nil
    }
    day = ShanghaiTime.day(of: event.at)
    region = petition.region
    category = petition.category
    self.summary = summary
    uri = event.uri
  }

  /// The name of the division with those above it.
  var place: String { (try? RegionCode(region))?.fullName ?? region }
}
