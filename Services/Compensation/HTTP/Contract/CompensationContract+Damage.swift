// swift-format-ignore-file
extension CompensationContract {
  static let damage: StaticString = #"""
    # Damage -- calculations and assessments

    POST /v1/damage/calculations clerk handler supervisor leader finance auditor
    Calculates damage from a report; keeps nothing.
    < DamageReport
    > 200 DamageSum
    ! field-invalid rule-missing code-not-listed coefficient-out-of-range not-in-table limit-zero amount-too-large not-simple fine-unknown

    POST /v1/damage/dust clerk handler supervisor leader finance auditor
    Calculates emissions of dust; keeps nothing.
    < DustEmission
    > 200 DustEstimate
    ! field-invalid rule-missing code-not-listed not-in-table amount-too-large

    POST /v1/cases/{id}/assess-damage handler supervisor leader
    Keeps an assessment of damage with a case.
    once match
    < DamageReport
    > 201 DamageKept tag
    ! step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid rule-missing no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing coefficient-out-of-range not-in-table limit-zero amount-too-large not-simple fine-unknown fine-differs

    GET /v1/cases/{id}/assessments clerk handler supervisor leader finance auditor
    The assessments of a case.
    > 200 DamageAssessments

    GET /v1/assessments/{id} clerk handler supervisor leader finance auditor
    One assessment with every step of its derivation.
    ? format?: json|text
    > 200 DamageAssessment text/plain
    """#
}
