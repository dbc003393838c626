// swift-format-ignore-file
extension CompensationContract {
  static let batches: StaticString = #"""
    # Batches -- cases handled together (集约办案)

    GET /v1/batches clerk handler supervisor leader finance auditor
    Batches of a region.
    ? cursor?: text(1..256); format?: csv|json; limit?: integer(1..200); region?: region
    > 200 object

    GET /v1/batches/{id} clerk handler supervisor leader finance auditor
    One batch with its cases.
    > 200 object tag

    POST /v1/batches supervisor leader
    Forms a batch of cases.
    once
    < FormBatch
    > 201 object tag

    POST /v1/batches/{id}/leave supervisor leader
    Takes a case out of the batch.
    once match
    > 200 object tag

    POST /v1/batches/{id}/steps/{step} supervisor leader
    Takes a step for every case of the batch: decide-restoration, notify-negotiation, hold-round, sign-agreement.
    once match
    > 200 object tag
    """#
}
