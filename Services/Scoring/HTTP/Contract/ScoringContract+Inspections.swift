// swift-format-ignore-file
extension ScoringContract {
  static let inspections: StaticString = #"""
    # Inspections -- plans, registers and provable draws (双随机)

    GET /v1/inspection-plans clerk handler supervisor leader auditor agency
    How often each subject is inspected, and why; as JSON or CSV.
    ? colour?: text; cursor?: text(1..256); format?: csv|json; limit?: integer(1..200); mode?: text; region?: region
    > 200 InspectionPlanPage csv

    GET /v1/inspection-plans/{key} clerk handler supervisor leader auditor agency
    The plan of one subject.
    > 200 InspectionPlan

    GET /v1/emission-limits clerk handler supervisor leader auditor agency
    Who is cut by how much in a control period; as JSON or CSV.
    ? alert?: text; cursor?: text(1..256); format?: csv|json; limit?: integer(1..200); region?: region
    > 200 EmissionLimitPage csv
    ! rule-missing

    GET /v1/units clerk handler supervisor leader auditor agency
    The register of units to be inspected; as JSON or CSV.
    ? active?: flag; class?: text; cursor?: text(1..256); format?: csv|json; limit?: integer(1..200); region?:
      region
    > 200 UnitPage csv

    GET /v1/units/{key} clerk handler supervisor leader auditor agency
    One unit of the register.
    > 200 SupervisedUnit tag

    PUT /v1/units/{key} supervisor leader
    Enters a unit, or changes it.
    matched
    < UnitForm
    > 200 SupervisedUnit tag
    > 201 SupervisedUnit tag

    GET /v1/inspectors supervisor leader auditor
    The register of inspectors; as JSON or CSV.
    ? after?: text; cursor?: text(1..256); format?: csv|json; limit?: integer(1..200); region?: region
    > 200 InspectorPage csv

    GET /v1/inspectors/{number} supervisor leader auditor
    One inspector of the register.
    > 200 Inspector tag

    PUT /v1/inspectors/{number} supervisor leader
    Enters an inspector, or changes the entry.
    matched
    < InspectorForm
    > 200 Inspector tag
    > 201 Inspector tag

    GET /v1/inspection-draws clerk handler supervisor leader auditor agency
    Draws; as JSON or CSV.
    ? cursor?: text(1..256); format?: csv|json; limit?: integer(1..200); quarter?: text; region?: region; status?:
      text
    > 200 DrawPage csv

    GET /v1/inspection-draws/{id} clerk handler supervisor leader auditor agency
    One draw with pools, seeds and who was drawn.
    > 200 Draw

    GET /v1/inspection-draws/{id}/verification clerk handler supervisor leader auditor agency
    A released draw made again from its seeds and pools.
    > 200 DrawVerification

    POST /v1/inspection-draws supervisor leader
    Opens a draw for a quarter and a region.
    once
    < DrawForm
    > 201 Draw
    ! draw-out-of-turn rule-missing draw-there

    POST /v1/inspection-draws/{id}/commitments auditor agency
    Brings the hash of a seed before the draw.
    once
    < Commitment
    > 200 Draw
    ! draw-out-of-turn rule-missing contributor-taken

    POST /v1/inspection-draws/{id}/seeds auditor agency
    Reveals a seed that was committed to.
    once
    < Seed
    > 200 Draw
    ! draw-out-of-turn rule-missing seed-unknown

    POST /v1/inspection-draws/{id}/draw supervisor leader
    Draws.
    once
    < DrawOrder
    > 200 Draw
    ! draw-out-of-turn rule-missing draw-impossible inspectors-short draw-too-large seeds-missing

    POST /v1/inspection-draws/{id}/results handler supervisor leader
    Records what an inspection found.
    once
    < ResultForm
    > 201 DrawAssignment
    ! draw-out-of-turn rule-missing subject-not-drawn result-there

    POST /v1/inspection-draws/{id}/publication supervisor leader
    Publishes the results (一公开).
    once
    > 200 Draw
    ! draw-out-of-turn rule-missing results-missing

    POST /v1/inspection-draws/{id}/release supervisor leader
    Releases the list of a draw to those who inspect.
    once
    > 200 Draw
    ! draw-out-of-turn rule-missing seeds-missing results-missing

    GET /v1/public/inspection-draws/{id} open
    What anybody needs to verify a draw.
    > 200 Draw

    GET /v1/public/inspection-draws/{id}/pools/{pool} open
    A pool as text, as it was hashed.
    > 200 text/plain

    GET /v1/public/inspection-results open
    Published results.
    ? cursor?: text(1..256); limit?: integer(1..200); region?: region
    > 200 PublishedResults
    """#
}
