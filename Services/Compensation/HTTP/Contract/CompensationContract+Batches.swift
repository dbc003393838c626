// swift-format-ignore-file
extension CompensationContract {
  static let batches: StaticString = #"""
    # Batches -- cases handled together (集约办案)

    GET /v1/batches clerk handler supervisor leader finance auditor
    Batches of a region.
    ? cursor?: text(1..256); format?: csv|json; limit?: integer(1..200); region?: region
    > 200 BatchPage

    GET /v1/batches/{id} clerk handler supervisor leader finance auditor
    One batch with its cases.
    > 200 Batch tag

    POST /v1/batches supervisor leader
    Forms a batch of cases.
    once
    < FormBatch
    > 201 BatchLine tag
    ! batch-size case-unfit not-joint case-not-in-batch rule-missing

    POST /v1/batches/{id}/leave supervisor leader
    Takes a case out of the batch.
    once match
    < LeaveBatch
    > 200 BatchLine tag
    ! batch-size case-unfit not-joint case-not-in-batch rule-missing

    POST /v1/batches/{id}/steps/{step} supervisor leader
    Takes a step for every case of the batch: decide-restoration, notify-negotiation, hold-round, sign-agreement.
    once match
    < BatchStep
    > 200 Batch tag
    ! batch-size case-unfit not-joint case-not-in-batch rule-missing step-out-of-turn stage-out-of-turn documents-missing must-start case-full not-paid reason-not-listed code-not-listed field-invalid no-obligor step-missing done-before too-early period-over rounds-over renewals-over restoration-lacking amounts-differ not-practised labour-conditions-missing
    """#
}
