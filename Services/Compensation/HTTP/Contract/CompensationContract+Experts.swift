// swift-format-ignore-file
extension CompensationContract {
  static let experts: StaticString = #"""
    # Experts -- registers and provable draws of panels

    GET /v1/experts clerk handler supervisor leader finance auditor
    The register of experts; as JSON or CSV.
    ? active?: flag; cursor?: text(1..256); field?: text; format?: csv|json; level?: text; limit?: integer(1..200);
      region?: region
    > 200 ExpertPage csv

    GET /v1/experts/{number} clerk handler supervisor leader finance auditor
    One expert.
    > 200 Expert tag

    POST /v1/experts supervisor leader
    Enters an expert.
    once
    < ExpertForm
    > 201 Expert tag
    ! registered field-fixed code-not-listed field-invalid

    PUT /v1/experts/{number} supervisor leader
    Changes an expert's entry.
    matched
    < ExpertForm
    > 200 Expert tag
    ! registered field-fixed code-not-listed field-invalid

    GET /v1/appraisal-bodies clerk handler supervisor leader finance auditor
    The register of appraisal bodies.
    ? cursor?: text(1..256); format?: csv|json; kind?: text; limit?: integer(1..200)
    > 200 AppraisalBodyPage

    GET /v1/appraisal-bodies/{key} clerk handler supervisor leader finance auditor
    One appraisal body.
    > 200 AppraisalBody tag

    POST /v1/appraisal-bodies supervisor leader
    Enters an appraisal body.
    once
    < AppraisalBodyForm
    > 201 AppraisalBody tag
    ! registered field-fixed code-not-listed field-invalid

    PUT /v1/appraisal-bodies/{key} supervisor leader
    Changes the entry of an appraisal body.
    matched
    < AppraisalBodyForm
    > 200 AppraisalBody tag
    ! registered field-fixed code-not-listed field-invalid

    GET /v1/expert-draws clerk handler supervisor leader finance auditor agency
    Draws of panels.
    ? cursor?: text(1..256); format?: csv|json; limit?: integer(1..200); region?: region; status?: text
    > 200 ExpertDrawPage

    GET /v1/expert-draws/{id} clerk handler supervisor leader finance auditor agency
    One draw with pool, seeds and panel.
    > 200 ExpertDraw tag

    GET /v1/expert-draws/{id}/pool clerk handler supervisor leader finance auditor agency
    The pool as text, as it was hashed.
    > 200 text/plain

    POST /v1/expert-draws handler supervisor leader
    Opens the draw of a panel for a case.
    once
    < OpenExpertDraw
    > 201 ExpertDrawLine tag
    ! not-joint panel-too-small draw-out-of-turn done-before party-missing pool-too-small pool-exhausted expert-must-stand-back opinion-given case-not-ready field-invalid code-not-listed
    ! seed-not-committed-to expert-not-on-panel amounts-of-other-cases draw-invalid rule-missing

    POST /v1/expert-draws/{id}/cancel handler supervisor leader
    Gives a draw up.
    once match
    < CancelDraw
    > 200 ExpertDrawLine tag
    ! draw-out-of-turn done-before party-missing pool-too-small pool-exhausted expert-must-stand-back opinion-given case-not-ready field-invalid code-not-listed
    ! seed-not-committed-to expert-not-on-panel amounts-of-other-cases draw-invalid rule-missing

    POST /v1/expert-draws/{id}/commit handler supervisor leader
    What a party brings to the chance.
    once match
    < CommitSeed
    > 200 ExpertDrawLine tag
    ! draw-out-of-turn done-before party-missing pool-too-small pool-exhausted expert-must-stand-back opinion-given case-not-ready field-invalid code-not-listed
    ! seed-not-committed-to expert-not-on-panel amounts-of-other-cases draw-invalid rule-missing

    POST /v1/expert-draws/{id}/confirm handler supervisor leader
    That a party confirms the panel.
    once match
    < ConfirmPanel
    > 200 ExpertDrawLine tag
    ! draw-out-of-turn done-before party-missing pool-too-small pool-exhausted expert-must-stand-back opinion-given case-not-ready field-invalid code-not-listed
    ! seed-not-committed-to expert-not-on-panel amounts-of-other-cases draw-invalid rule-missing

    POST /v1/expert-draws/{id}/draw handler supervisor leader
    Draws the panel.
    once match
    < MakeDraw
    > 200 ExpertDrawLine tag
    ! draw-out-of-turn done-before party-missing pool-too-small pool-exhausted expert-must-stand-back opinion-given case-not-ready field-invalid code-not-listed
    ! seed-not-committed-to expert-not-on-panel amounts-of-other-cases draw-invalid rule-missing

    POST /v1/expert-draws/{id}/fix-pool handler supervisor leader
    Fixes who can be drawn.
    once match
    < FixPool
    > 200 ExpertDrawLine tag
    ! draw-out-of-turn done-before party-missing pool-too-small pool-exhausted expert-must-stand-back opinion-given case-not-ready field-invalid code-not-listed
    ! seed-not-committed-to expert-not-on-panel amounts-of-other-cases draw-invalid rule-missing

    POST /v1/expert-draws/{id}/opine handler supervisor leader
    The opinion of one expert of the panel.
    once match
    < GiveOpinion
    > 200 ExpertDrawLine tag
    ! draw-out-of-turn done-before party-missing pool-too-small pool-exhausted expert-must-stand-back opinion-given case-not-ready field-invalid code-not-listed
    ! seed-not-committed-to expert-not-on-panel amounts-of-other-cases draw-invalid rule-missing

    POST /v1/expert-draws/{id}/replace handler supervisor leader
    Has an expert of the panel stand back.
    once match
    < ReplaceExpert
    > 200 ExpertDrawLine tag
    ! draw-out-of-turn done-before party-missing pool-too-small pool-exhausted expert-must-stand-back opinion-given case-not-ready field-invalid code-not-listed
    ! seed-not-committed-to expert-not-on-panel amounts-of-other-cases draw-invalid rule-missing

    POST /v1/expert-draws/{id}/reveal handler supervisor leader
    The seed that a party committed to, now that the pool is fixed.
    once match
    < RevealSeed
    > 200 ExpertDrawLine tag
    ! draw-out-of-turn done-before party-missing pool-too-small pool-exhausted expert-must-stand-back opinion-given case-not-ready field-invalid code-not-listed
    ! seed-not-committed-to expert-not-on-panel amounts-of-other-cases draw-invalid rule-missing
    """#
}
