# shellcheck shell=bash
# The past of a new stack: its services are first started with a business clock that stands some months back, an invented city
# lives through the days up to now, and then they are started again and follow real time.

past_days=98

# Where the clock stood at first; there as long as the city is on its way. Who was interrupted goes on from there.
past_file=$state/past

# For a stack in which nothing is yet, and for one whose city was left on its way.
begin_past() {
  if ! has_past_to_live; then
    if has_schemas; then return; fi
    date --utc --date "-$past_days days" +%FT00:00:00Z >"$past_file"
  fi
  business_clock_start=$(cat "$past_file")
}

forget_past() { rm -f "$past_file"; }

has_past_to_live() { [[ -s $past_file ]]; }

live_through_past() {
  step "An invented city lives through $past_days days (a minute or two; --bare leaves it away)"
  interruptible sample_city --months || warn "The past is not all there; the stack works without it."
  stop_services
  forget_past
  business_clock_start=''
  write_environment
  start_services
}

sample_city() {
  # shellcheck source=/dev/null
  . "$state/env"
  exec "$venv/bin/python" "$root/deploy/sample-city.py" "$@"
}
