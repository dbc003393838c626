// swift-format-ignore-file
extension ScoringContract {
  static let subjects: StaticString = #"""
    # Subjects -- enterprises and workshops with score and colour

    GET /v1/subjects clerk handler supervisor leader auditor agency
    Subjects with score and colour, today or as of a day; as JSON or CSV.
    ? changedBefore?: text; changedFrom?: text; colour?: text; cursor?: text(1..256); format?: csv|json; kind?:
      text; limit?: integer(1..200); name?: text; owner?: text; region?: region; scoreFrom?: text; scoreThrough?:
      text; sort?: text
    > 200 object csv

    GET /v1/subjects/{key} clerk handler supervisor leader auditor agency
    One subject as of an instant.
    ? at?: text; format?: csv|json
    > 200 object

    GET /v1/subjects/{key}/explanation clerk handler supervisor leader auditor agency
    How the score comes about: each fact, rule, price and article.
    ? at?: text; format?: csv|json
    > 200 object

    POST /v1/subjects/{key}/registration clerk handler supervisor
    Registers a subject with its name and place.
    once
    > 201 object

    POST /v1/subjects/{key}/owner supervisor
    Names the enterprise that a site belongs to; the ledger stays.
    once
    > 200 object

    GET /v1/subjects/{key}/code clerk handler supervisor leader auditor agency
    The credit code (环保码): a signed square of colour and day.
    ? format?: csv|json
    > 200 object

    GET /v1/public/code-keys open
    The keys to verify credit codes with.
    > 200 object
    """#
}
