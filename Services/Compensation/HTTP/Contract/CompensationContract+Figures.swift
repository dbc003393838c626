// swift-format-ignore-file
extension CompensationContract {
  static let figures: StaticString = #"""
    # Figures -- county tables, plans, circulars

    GET /v1/figures clerk handler supervisor leader finance auditor
    The nine goals (两保三降四升) for a period; as JSON or CSV.
    ? by?: text; department?: text; format?: csv|json; period?: text; region?: region
    > 200 CaseFigures csv
    ! rule-missing

    GET /v1/figures/insurance clerk handler supervisor leader finance auditor
    Insured enterprises by region; as JSON or CSV.
    ? day?: text; format?: csv|json; region?: region
    > 200 InsuranceFigures csv
    ! rule-missing

    GET /v1/county-tables/{region} clerk handler supervisor leader finance auditor
    A county's cases by node (一市(区)一表); as JSON or CSV.
    ? cursor?: text(1..256); format?: csv|json; keyCase?: flag; limit?: integer(1..200); openedBefore?: text;
      openedFrom?: text
    > 200 CountyTable csv
    ! rule-missing

    GET /v1/dispatches/{region} clerk handler supervisor leader finance auditor
    The monthly circulars; as JSON or CSV.
    ? before?: text; format?: csv|json; limit?: integer(1..200)
    > 200 DispatchList csv
    ! rule-missing

    PUT /v1/plans/{region}/{year} supervisor leader
    Issues the yearly plan with its tasks.
    matched
    < PlanForm
    > 200 Plan tag
    > 201 Plan tag
    ! field-invalid code-not-listed rule-missing

    GET /v1/plans/{region}/{year} clerk handler supervisor leader finance auditor
    The yearly plan; as JSON or CSV.
    > 200 Plan tag csv
    ! rule-missing
    """#
}
