// swift-format-ignore-file
extension ScoringContract {
  static let subjects: StaticString = #"""
    # Subjects -- enterprises and workshops with score and colour

    GET /v1/subjects clerk handler supervisor leader auditor agency
    Subjects with score and colour, today or as of a day; as JSON or CSV.
    ? changedBefore?: text; changedFrom?: text; colour?: text; cursor?: text(1..256); format?: csv|json; kind?:
      text; limit?: integer(1..200); name?: text; owner?: text; region?: region; scoreFrom?: text; scoreThrough?:
      text; sort?: text; subject?: text
    > 200 SubjectPage csv
    eg 200 {"subjects":[{"subjectKey":"uscc:91360402MA35ABCD1K","region":"360402","sequence":7,"score":82.5,"colour":"green",
      "colourSince":"2026-01-06T01:00:00Z","facts":2,"derivation":{"pack":"jiujiang","version":"0f3c5ad1","rule":"score.scale"},
      "updatedAt":"2026-01-06T01:00:00Z","title":"某某化工有限公司","kind":"emitter"}]}

    GET /v1/colour-figures clerk handler supervisor leader auditor agency
    How many subjects have which colour now, in all and by division.
    ? region?: region
    > 200 ColourFigures
    eg 200 {"subjects":3,"green":1,"yellow":1,"red":0,"unrated":1,"regions":["360400"],
      "divisions":[{"subjects":3,"green":1,"yellow":1,"red":0,"unrated":1,"region":"360402","regionName":"濂溪区"}]}

    GET /v1/subjects/{key} clerk handler supervisor leader auditor agency
    One subject as of an instant.
    ? at?: text; format?: json|text
    > 200 Subject
    ! field-invalid rule-missing rule-unusable
    eg 200 {"subjectKey":"uscc:91360402MA35ABCD1K","title":"某某化工有限公司","kind":"emitter","region":"360402",
      "at":"2026-01-06T02:00:00Z","score":82.5,"colour":"green","colourName":"绿色","colourSince":"2026-01-06T01:00:00Z","facts":2,
      "sequence":7,"derivation":{"pack":"jiujiang","version":"0f3c5ad1","rule":"score.scale"}}

    GET /v1/subjects/{key}/explanation clerk handler supervisor leader auditor agency
    How the score comes about: each fact, rule, price and article.
    ? at?: text; format?: json|text
    > 200 Explanation text/plain
    ! field-invalid rule-missing rule-unusable
    eg 200 {"subjectKey":"uscc:91360402MA35ABCD1K","region":"360402","at":"2026-01-06T02:00:00Z","score":95,"colour":"green",
      "colourName":"绿色","facts":1,"sequence":7,"derivation":{"pack":"jiujiang","version":"0f3c5ad1","rule":"score.scale"},
      "base":100,"lowest":0,"highest":100,"total":95,"vetoed":false,"colours":[{"colour":"green","name":"绿色","range":"[80, 100]"}],
      "lines":[{"entryId":"5d4c3a5e-7d0a-5b7e-9a53-0d2c6b7f1e21","fact":"violation","origin":"inspection","source":"/agency/inspection",
      "factId":"I-1","from":"2026-01-05T01:00:00Z","code":"A1","name":"超标排放","points":-5,"standing":"counts",
      "runningTotal":95,"rule":{"pack":"jiujiang","version":"0f3c5ad1","rule":"score.prices"}}]}

    GET /v1/subjects/{key}/history clerk handler supervisor leader auditor agency
    Every change of score and colour up to an instant; of a long ledger the last.
    ? at?: text; format?: json|text
    > 200 SubjectHistory
    ! field-invalid rule-missing rule-unusable

    POST /v1/subjects/{key}/registration clerk handler supervisor
    Registers a subject with its name and place.
    once
    < Registration
    > 201 Registered
    ! field-invalid rule-missing rule-unusable idempotency-key-missing

    POST /v1/subjects/{key}/owner supervisor
    Names the enterprise that a site belongs to; the ledger stays.
    once
    < OwnerLink
    > 200 RecordedFact
    > 201 RecordedFact
    ! field-invalid rule-missing rule-unusable idempotency-key-missing

    GET /v1/subjects/{key}/code clerk handler supervisor leader auditor agency
    The credit code (环保码): a signed square of colour and day.
    ? format?: svg|text
    > 200 image/svg+xml text/plain
    ! code-too-long code-signing-off field-invalid rule-missing rule-unusable

    GET /v1/public/code-keys open
    The keys to verify credit codes with.
    > 200 CodeKeys
    eg 200 {"form":"ECO1","keys":[{"id":"k1","algorithm":"Ed25519","publicKey":"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="}]}
    """#
}
