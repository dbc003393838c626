// swift-format-ignore-file
extension ScoringContract {
  static let leniencyAndStudy: StaticString = #"""
    # Leniency and study -- 免罚减罚, 学法积分

    GET /v1/leniency-catalogue clerk handler supervisor leader auditor agency
    What can be treated leniently, by the rules of a day.
    ? at?: text
    > 200 LeniencyCatalogue
    ! rule-missing

    POST /v1/leniency-assessments handler supervisor leader
    Assesses a case of penalty.
    once
    < LeniencyRequest
    > 201 LeniencyAssessment
    ! penalty-unknown field-invalid penalty-decided assessment-outdated assessment-decided assessment-superseded leniency-not-allowed pledge-used rule-missing

    GET /v1/leniency-assessments clerk handler supervisor leader auditor
    Assessments; as JSON or CSV.
    ? cursor?: text(1..256); decided?: text; format?: csv|json; limit?: integer(1..200); penaltyNumber?: text;
      region?: region; subject?: text; verdict?: text
    > 200 LeniencyPage csv

    GET /v1/leniency-assessments/{id} clerk handler supervisor leader auditor
    One assessment with its grounds.
    > 200 LeniencyAssessment

    POST /v1/leniency-assessments/{id}/decide supervisor leader
    Decides as assessed, or otherwise with a reason.
    once
    < LeniencyChoice
    > 200 LeniencyAssessment
    ! penalty-unknown field-invalid penalty-decided assessment-outdated assessment-decided assessment-superseded leniency-not-allowed pledge-used rule-missing

    POST /v1/apology-requests clerk handler supervisor leader
    Asks for the text that an enterprise publishes as its apology.
    once
    < ApologyRequest
    > 201 ApologyRequest
    ! penalty-unknown field-invalid penalty-decided

    GET /v1/study-figures clerk handler supervisor leader auditor agency
    Study in a period by region.
    ? before?: text; from?: text; region?: region
    > 200 StudyFigures
    ! rule-missing

    GET /v1/subjects/{key}/study clerk handler supervisor leader auditor agency
    What a subject studied and what it earned.
    > 200 SubjectStudy
    ! field-invalid rule-missing rule-unusable
    """#
}
