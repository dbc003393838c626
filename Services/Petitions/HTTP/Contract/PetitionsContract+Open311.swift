// swift-format-ignore-file
extension PetitionsContract {
  static let open311: StaticString = #"""
    # Open311 -- GeoReport v2, where a jurisdiction is set; requests are forms, errors a list of code and
      description in its own form

    GET /open311/v2/discovery.json open
    What is served, and where.
    > 200 GeoDiscovery

    GET /open311/v2/services.json open
    The services that can be asked for.
    ? jurisdiction_id?: text
    > 200 [GeoService]
    > 400 [GeoRefusal]
    > 404 [GeoRefusal]

    GET /open311/v2/requests.json open
    Requests of the jurisdiction; secret ones are never listed.
    ? jurisdiction_id?: text; service_request_id?: text; service_code?: text; start_date?: instant; end_date?:
      instant;
      status?: text; page?: integer(1..1000000); page_size?: integer(1..1000000)
    > 200 [GeoRequest]
    > 400 [GeoRefusal]
    > 404 [GeoRefusal]
    eg 200 [{"service_request_id":"JJ-2026-0001","status":"open","status_notes":"已受理","service_name":"水污染",
      "service_code":"water","description":null,"agency_responsible":"360483","service_notice":null,
      "requested_datetime":"2026-01-06T01:00:00Z","updated_datetime":"2026-01-06T02:00:00Z","expected_datetime":null,
      "address":"江西省九江市庐山市","address_id":"360483","zipcode":null,"lat":null,"long":null,"media_url":null}]
    eg 404 [{"code":404,"description":"service_code provided was not found"}]

    POST /open311/v2/requests.json open
    Reports a problem, as a form; `api_key` is a token of the role hotline.
    < GeoReport form
    > 200 [GeoSubmitted]
    > 400 [GeoRefusal]
    > 403 [GeoRefusal]
    > 404 [GeoRefusal]

    GET /open311/v2/servicerequestupdates.json open
    What changed with requests.
    ? jurisdiction_id?: text; service_request_id?: text; start_date?: instant; end_date?: instant
    > 200 [GeoUpdate]
    > 400 [GeoRefusal]
    > 404 [GeoRefusal]

    GET /open311/v2/discovery.xml open
    What is served, and where.
    > 200 text/xml

    GET /open311/v2/services.xml open
    The services that can be asked for.
    ? jurisdiction_id?: text
    > 200 text/xml
    > 400 text/xml
    > 404 text/xml

    GET /open311/v2/requests.xml open
    Requests of the jurisdiction; secret ones are never listed.
    ? jurisdiction_id?: text; service_request_id?: text; service_code?: text; start_date?: instant; end_date?:
      instant;
      status?: text; page?: integer(1..1000000); page_size?: integer(1..1000000)
    > 200 text/xml
    > 400 text/xml
    > 404 text/xml

    POST /open311/v2/requests.xml open
    Reports a problem, as a form; `api_key` is a token of the role hotline.
    < GeoReport form
    > 200 text/xml
    > 400 text/xml
    > 403 text/xml
    > 404 text/xml

    GET /open311/v2/servicerequestupdates.xml open
    What changed with requests.
    ? jurisdiction_id?: text; service_request_id?: text; start_date?: instant; end_date?: instant
    > 200 text/xml
    > 400 text/xml
    > 404 text/xml

    GET /open311/v2/services/{name} open
    The definition of a service; `name` ends in .json or .xml.
    > 200 GeoDefinition text/xml
    > 400 [GeoRefusal] text/xml
    > 404 [GeoRefusal] text/xml

    GET /open311/v2/requests/{name} open
    One request; `name` ends in .json or .xml.
    > 200 [GeoRequest] text/xml
    > 400 [GeoRefusal] text/xml
    > 404 [GeoRefusal] text/xml

    GET /open311/v2/tokens/{name} open
    The request of a token; `name` ends in .json or .xml.
    > 200 [GeoToken] text/xml
    > 400 [GeoRefusal] text/xml
    > 404 [GeoRefusal] text/xml

    type GeoDiscovery
    changeset: instant; contact?: text?; key_service: text; endpoints: [GeoEndpoint]

    type GeoEndpoint
    specification: text; url: text; changeset: instant; type: text; formats: [text]

    type GeoService
    service_code: text; service_name: text; description: text; metadata: flag; type: text; keywords: text; group: text

    type GeoDefinition
    service_code: text; attributes: [GeoAttribute]

    type GeoAttribute
    variable: flag; code: POLLUTER|OCCURRED_AT|SECRET; datatype: text; required: flag; datatype_description: text?;
    order: integer; description: text; values?: [GeoAttributeValue]

    type GeoAttributeValue
    key: text; name: text

    type GeoRequest
    service_request_id: text -- the petition's number; status: open|closed; status_notes: text; service_name: text;
    service_code: text; description: text? -- the approved summary, null without one; agency_responsible: text;
    service_notice: text?; requested_datetime: instant; updated_datetime: instant; expected_datetime: instant?;
    address: text?; address_id: text -- the division's code; zipcode: text?; lat: number?; long: number?; media_url: text?

    type GeoSubmitted
    service_request_id: text; service_notice: text; account_id: text?

    type GeoToken
    service_request_id: text; token: text

    type GeoUpdate
    update_id: text; service_request_id: text;
    status: open|investigating|in_progress|action_scheduled|fixed|duplicate|not_responsible|no_further_action|closed;
    updated_datetime: instant; description: text; media_url: text?

    type GeoRefusal
    code: integer(400..499); description: text

    type GeoReport
    api_key: text -- a token of the role hotline; jurisdiction_id?: text; service_code: text; description: text(1..4000);
    lat?: number; long?: number; address_string?: text(1..2048); address_id?: region; email?: text(1..320); device_id?: text;
    account_id?: text; first_name?: text; last_name?: text; phone?: text; media_url?: text
    """#
}