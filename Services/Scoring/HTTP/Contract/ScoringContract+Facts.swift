// swift-format-ignore-file
extension ScoringContract {
  static let facts: StaticString = #"""
    # Facts -- the ledger

    GET /v1/facts clerk handler supervisor leader auditor agency
    Entries of the ledger; as JSON or CSV.
    ? code?: text; cursor?: text(1..256); establishedBefore?: text; establishedFrom?: text; format?: csv|json;
      limit?: integer(1..200); origin?: text; penaltyNumber?: text; region?: region; sort?: text; source?: text;
      subject?: text
    > 200 FactPage csv
    eg 200 {"facts":[{"entryId":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21","subjectKey":"uscc:91360402MA35ABCD1K","region":"360402",
      "origin":"inspection","fact":"violation","source":"/agency/inspection","factId":"I-1","establishedAt":"2026-01-05T01:00:00Z",
      "assesses":false,"correlation":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21","lines":[{"code":"A1","name":"超标排放","points":-5,
      "until":"2027-01-05T01:00:00Z","rule":{"pack":"jiujiang","version":"0f3c5ad1","rule":"score.prices"}}]}]}

    GET /v1/facts/{id} clerk handler supervisor leader auditor agency
    One entry with its corrections.
    > 200 Fact

    POST /v1/facts supervisor
    Records a fact that staff found themselves.
    once
    < OwnFact
    > 200 RecordedFact
    > 201 RecordedFact
    ! field-invalid idempotency-key-missing rule-missing rule-unusable

    POST /v1/facts/{id}/correction supervisor
    Corrects a fact: it does not stand, or was another.
    once
    < Correction
    > 200 RecordedFact
    > 201 RecordedFact
    ! field-invalid idempotency-key-missing rule-missing rule-unusable

    POST /v1/rules/trial supervisor leader
    What other rules would do to scores and colours; changes nothing.
    ? region?: region; cursor?: text; prices?: Prices
    < RuleDraft
    > 200 RuleTrial
    ! draft-invalid rule-missing rule-unusable

    GET /v1/county-scores supervisor leader auditor agency
    What counties are scored by; as JSON or CSV.
    ? format?: csv|json; period?: text; region?: region
    > 200 CountyScores csv
    ! rule-missing

    GET /v1/county-scores/{county}/cases supervisor leader auditor agency
    The cases behind a county's score.
    ? after?: text; limit?: integer(1..200); period?: text
    > 200 CountyCases
    ! rule-missing
    """#
}
