// swift-format-ignore-file
extension ScoringContract {
  static let problems: StaticString = #"""
    problem assessment-decided 409 The request does not fit the state of the resource | Assess the case again if it
      must be decided anew.

    problem assessment-outdated 409 The request does not fit the state of the resource | Assess the case again and
      decide within the new assessment.

    problem assessment-superseded 409 The request does not fit the state of the resource | Decide within the last
      assessment of the case.

    problem code-signing-off 503 The service cannot answer now | Nothing was kept. Send the request again later.

    problem code-too-long 409 The request does not fit the state of the resource

    problem contributor-taken 409 The request does not fit the state of the resource

    problem draft-invalid 422 This is no rule pack that could be in force here | Correct the pack; its form is
      described in deploy/rules/README.md.

    problem draw-impossible 409 The request does not fit the state of the resource

    problem draw-out-of-turn 409 The request does not fit the state of the resource

    problem draw-there 409 The request does not fit the state of the resource

    problem draw-too-large 409 The request does not fit the state of the resource | Draw for smaller regions.

    problem entry-gone 409 The request does not fit the state of the resource | Refuse the application with the
      reason entry-gone.

    problem entry-unknown 422 The subject's ledger has no such entry | See the explanation of the subject for the
      ids of its entries.

    problem extended-before 409 The request does not fit the state of the resource

    problem field-invalid 422 The request does not fit

    problem inspectors-short 409 The request does not fit the state of the resource | Register more inspectors of
      the bureau, then draw.

    problem leniency-not-allowed 409 The request does not fit the state of the resource | Decide within the
      assessment, or assess the case again with other findings.

    problem listing-barred 409 The request does not fit the state of the resource

    problem listing-conditions-unmet 409 The request does not fit the state of the resource | Confirm what staff
      have found met, or refuse the entry.

    problem listing-decided 409 The request does not fit the state of the resource

    problem listing-not-studied 409 The request does not fit the state of the resource | Record study and
      examination first.

    problem listing-open 409 The request does not fit the state of the resource

    problem not-rectified 409 The request does not fit the state of the resource | Have the rectification verified,
      or refuse the application with the reason not-rectified.

    problem other-procedure 409 The request does not fit the state of the resource | Refuse the application with
      the reason other-procedure, or wait for the end of the other case.

    problem penalty-decided 409 The request does not fit the state of the resource | What was decided is changed by
      a review or a judgment, not by leniency.

    problem penalty-unknown 422 Nobody told of such a penalty case | Publish penalty.filed of this subject and
      number to the enforcement topic first.

    problem pledge-used 409 The request does not fit the state of the resource | A pledge serves one case: a new
      one needs an apology of its own.

    problem repair-excluded 409 The request does not fit the state of the resource | Refuse the application with
      the reason excluded.

    problem repair-too-early 409 The request does not fit the state of the resource | Refuse the application with
      the reason too-early; the subject may apply again then.

    problem request-too-late 409 The request does not fit the state of the resource | Refuse the application with
      the reason too-late.

    problem result-there 409 The request does not fit the state of the resource

    problem results-missing 409 The request does not fit the state of the resource | Record their results, or wait
      for the end of the quarter.

    problem rule-missing 500 The rule packs lack a rule | Load a complete rule pack with `scoring rules load`.

    problem rule-unusable 500 A rule makes no score | Correct the rule pack and load it with `scoring rules load`.

    problem seed-unknown 422 The seed is not the one committed to | Commit first; the commitment is SHA-256 of
      `ecoredress-draw-1 commitment`, purpose, contributor, seed.

    problem seeds-missing 409 The request does not fit the state of the resource | Wait for them, or name them in
      `without`: the release will show that they had no part.

    problem step-not-for-kind 409 The request does not fit the state of the resource

    problem step-out-of-turn 409 The request does not fit the state of the resource | Read the case again: its
      status says what may follow.

    problem subject-not-drawn 422 The unit was not drawn
    """#
}
