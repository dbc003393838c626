// swift-format-ignore-file
extension PetitionsContract {
  static let open311: StaticString = #"""
    # Open311 -- GeoReport v2, where a jurisdiction is set; requests are forms, errors a list of code and
      description in its own form

    GET /open311/v2/discovery.json open
    What is served, and where.
    > 200 any

    GET /open311/v2/services.json open
    The services that can be asked for.
    ? jurisdiction_id?: text
    > 200 any

    GET /open311/v2/requests.json open
    Requests of the jurisdiction; secret ones are never listed.
    ? jurisdiction_id?: text; service_request_id?: text; service_code?: text; start_date?: instant; end_date?:
      instant;
      status?: text; page?: integer(1..1000000); page_size?: integer(1..1000000)
    > 200 any

    POST /open311/v2/requests.json open
    Reports a problem, as a form; `api_key` is a token of the role hotline.
    > 200 any

    GET /open311/v2/servicerequestupdates.json open
    What changed with requests.
    ? jurisdiction_id?: text; service_request_id?: text; start_date?: instant; end_date?: instant
    > 200 any

    GET /open311/v2/discovery.xml open
    What is served, and where.
    > 200 text/xml

    GET /open311/v2/services.xml open
    The services that can be asked for.
    ? jurisdiction_id?: text
    > 200 text/xml

    GET /open311/v2/requests.xml open
    Requests of the jurisdiction; secret ones are never listed.
    ? jurisdiction_id?: text; service_request_id?: text; service_code?: text; start_date?: instant; end_date?:
      instant;
      status?: text; page?: integer(1..1000000); page_size?: integer(1..1000000)
    > 200 text/xml

    POST /open311/v2/requests.xml open
    Reports a problem, as a form; `api_key` is a token of the role hotline.
    > 200 text/xml

    GET /open311/v2/servicerequestupdates.xml open
    What changed with requests.
    ? jurisdiction_id?: text; service_request_id?: text; start_date?: instant; end_date?: instant
    > 200 text/xml

    GET /open311/v2/services/{name} open
    The definition of a service; `name` ends in .json or .xml.
    > 200 any text/xml

    GET /open311/v2/requests/{name} open
    One request; `name` ends in .json or .xml.
    > 200 any text/xml

    GET /open311/v2/tokens/{name} open
    The request of a token; `name` ends in .json or .xml.
    > 200 any text/xml
    """#
}
