// swift-format-ignore-file
extension ScoringContract {
  static let facts: StaticString = #"""
    # Facts -- the ledger

    GET /v1/facts clerk handler supervisor leader auditor agency
    Entries of the ledger; as JSON or CSV.
    ? code?: text; cursor?: text(1..256); establishedBefore?: text; establishedFrom?: text; format?: csv|json;
      limit?: integer(1..200); origin?: text; penaltyNumber?: text; region?: region; sort?: text; source?: text;
      subject?: text
    > 200 object csv

    GET /v1/facts/{id} clerk handler supervisor leader auditor agency
    One entry with its corrections.
    > 200 object

    POST /v1/facts supervisor
    Records a fact that staff found themselves.
    once
    < OwnFact
    > 201 object

    POST /v1/facts/{id}/correction supervisor
    Corrects a fact: it does not stand, or was another.
    once
    > 201 object

    POST /v1/rules/trial supervisor leader
    What other rules would do to scores and colours; changes nothing.
    < Prices
    > 200 object

    GET /v1/county-scores supervisor leader auditor agency
    What counties are scored by; as JSON or CSV.
    ? format?: csv|json; period?: text; region?: region
    > 200 object csv

    GET /v1/county-scores/{county}/cases supervisor leader auditor agency
    The cases behind a county's score.
    ? after?: text; limit?: integer(1..200); period?: text
    > 200 object
    """#
}
