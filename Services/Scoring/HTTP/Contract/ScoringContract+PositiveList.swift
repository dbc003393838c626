// swift-format-ignore-file
extension ScoringContract {
  static let positiveList: StaticString = #"""
    # Positive list -- 正面清单

    GET /v1/positive-list clerk handler supervisor leader auditor agency
    Entries and recommendations; as JSON or CSV.
    ? cursor?: text(1..256); format?: csv|json; ground?: text; limit?: integer(1..200); region?: region; status?:
      text; subject?: text
    > 200 ListingPage csv

    GET /v1/positive-list/{id} clerk handler supervisor leader auditor agency
    One entry.
    > 200 Listing tag

    POST /v1/positive-list supervisor leader
    Recommends a subject.
    once
    < ListingWish
    > 201 Listing tag
    ! listing-decided listing-conditions-unmet listing-barred listing-open listing-not-studied rule-missing

    POST /v1/positive-list/{id}/decision leader
    A leader enters or refuses a recommendation.
    once match
    < ListingForm
    > 200 Listing tag
    ! listing-decided listing-conditions-unmet listing-barred listing-open listing-not-studied rule-missing

    POST /v1/positive-list/{id}/removal supervisor leader
    Removes an entry, with the cause.
    once match
    > 200 Listing tag
    ! listing-decided listing-conditions-unmet listing-barred listing-open listing-not-studied rule-missing
    """#
}
