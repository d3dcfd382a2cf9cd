# SPDX-License-Identifier: MIT
# Sourced by tests/run --long: the campaigns, and the report that is committed under tests/reports.
# What exists today: the suite under the sanitizers with MUSTER_LONG=1 (a test that samples its
# mutations goes through all of them then), and the shipped build's suite five times in shuffled
# order, for tests that pass by luck; each fuzz harness for FUZZ_SECONDS (120), tests/reports/fuzz.md; the
# benches, tests/reports/bench.md. Not yet: crash campaigns.

long_step() { # TITLE COMMAND…
    local title=$1 begun=$SECONDS result=0
    shift
    "$@" >"$long_log" 2>&1 || result=$?
    cat "$long_log"
    {
        printf '\n## %s\n\n%d s, exit %d\n\n```\n' "$title" $((SECONDS - begun)) "$result"
        grep -E 'tests passed|Failed|Not Run|Timeout|Total Test time|^fuzz: |^bench: |movements by two counters' "$long_log" || true
        printf '```\n'
    } >>"$long_report"
    [ "$result" -eq 0 ] || long_result=1
}

fuzz_campaign() {
    build fuzz build/fuzz && tests/fuzz/campaign.py --program build/fuzz/bin/muster_fuzz \
        --seconds "${FUZZ_SECONDS:-120}" --report tests/reports/fuzz.md
}

two_counters() {
    tests/judges/two_counters_test.py build/bin/musterctl build/two_counters 120
}

# A bench that misses its aim is a line of the report, and no failure: a busy machine would be one.
bench_campaign() {
    ninja -C build -j"$jobs" --quiet musterctl muster_bench </dev/null &&
        tests/bench/bench.py --report tests/reports/bench.md && echo "bench: measured"
}

long_campaigns() {
    long_report=tests/reports/long-$(date -u +%Y-%m-%d).md
    long_log=build/long.log
    long_result=0
    mkdir -p tests/reports
    build asan build/asan -DMUSTER_UI=OFF -DMUSTER_TEST_TIMEOUT_S=7200
    build release build
    postgres_start
    {
        printf '# Long campaigns, %s\n\n' "$(date -u +%Y-%m-%d)"
        printf 'Commit %s%s, %s, %s cores, %s.\n' "$(git rev-parse --short HEAD 2>/dev/null || echo none)" \
            "$([ -z "$(git status --porcelain 2>/dev/null)" ] || echo ' with local changes')" \
            "$(. /etc/os-release && echo "$PRETTY_NAME")" "$(nproc)" "$(g++ --version | head -1)"
        printf '\nNot run, because not written yet: crash campaigns.\n'
        printf 'Test sources with a long form (MUSTER_LONG): %s.\n' \
            "$(grep -rl --include='*.cpp' MUSTER_LONG tests | tr '\n' ' ' | grep . || echo none)"
    } >"$long_report"
    export MUSTER_LONG=1
    long_step "The suite under the sanitizers, MUSTER_LONG=1" run_ctest build/asan -LE e2e
    unset MUSTER_LONG
    long_step "The shipped build, five times in shuffled order" run_ctest build --schedule-random --repeat until-fail:5
    long_step "Two counters on one ledger, two minutes on each engine" two_counters
    long_step "Fuzzing, report in tests/reports/fuzz.md" fuzz_campaign
    long_step "Benches, report in tests/reports/bench.md" bench_campaign
    say "report: $long_report"
    return "$long_result"
}
