// swift-format-ignore-file
extension CompensationContract {
  static let damage: StaticString = #"""
    # Damage -- calculations and assessments

    POST /v1/damage/calculations clerk handler supervisor leader finance auditor
    Calculates damage from a report; keeps nothing.
    < DamageReport
    > 200 object

    POST /v1/damage/dust clerk handler supervisor leader finance auditor
    Calculates emissions of dust; keeps nothing.
    < DustEmission
    > 200 object

    POST /v1/cases/{id}/assess-damage handler supervisor leader
    Keeps an assessment of damage with a case.
    once match
    < DamageReport
    > 201 object tag

    GET /v1/cases/{id}/assessments clerk handler supervisor leader finance auditor
    The assessments of a case.
    > 200 object

    GET /v1/assessments/{id} clerk handler supervisor leader finance auditor
    One assessment with every step of its derivation.
    ? format?: csv|json
    > 200 object
    """#
}
