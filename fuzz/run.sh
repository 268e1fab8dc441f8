#!/usr/bin/env bash
# Feeds every target, or the named ones, with inputs that reach new code. What breaks one is kept beside the others and run by the tests.
#   fuzz/run.sh [-n RUNS] [-s SECONDS] [-l BYTES] [TARGET...]
# RUNS of each target (300000), SECONDS at most for each (600), inputs of BYTES at most (4096); html, pdf, tar-gz, ...
# Work lies in fuzz/target/fuzz: corpora by target, a log of every session, runs.tsv with target, runs, seconds, coverage, outcome.
set -euo pipefail
cd "$(dirname "$0")"
runs=300000 seconds=600 bytes=4096
while getopts n:s:l: option; do
  case $option in n) runs=$OPTARG ;; s) seconds=$OPTARG ;; l) bytes=$OPTARG ;; *) exit 2 ;; esac
done
shift $((OPTIND - 1))
work=$PWD/target/fuzz
mkdir -p "$work"
if [ ! -f "$work/classpath" ] || [ -n "$(find .. -path '*/src/main/*' -name '*.java' -newer "$work/classpath" -print -quit)" ]; then
  (cd .. && mvn -q -Dquick -Pservices -DskipTests test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test -pl fuzz -am)
fi
CLASSPATH=$PWD/target/test-classes:$(cat "$work/classpath")
export CLASSPATH
all=$(sed -n 's/^    \([A-Z_]*\)(.*[,;]$/\1/p' src/test/java/org/demarche/fuzz/Target.java | tr 'A-Z_' 'a-z-')
status=0
for target in ${*:-$all}; do
  mkdir -p "$work/$target" "kept/$target"
  log=$work/$target-$(date +%s).log begin=$SECONDS
  outcome=ok
  # A run that takes 25 s counts as a hang.
  (cd "$work" && java -Xmx1500m -XX:+UseSerialGC "-Ddemarche.target=$target" "-Ddemarche.kept=$OLDPWD/kept" com.code_intelligence.jazzer.Jazzer --target_class=org.demarche.fuzz.Fuzz \
    --instrumentation_includes='org.demarche.**' --custom_hook_includes='org.demarche.**' -runs="$runs" -max_total_time="$seconds" -timeout=25 -rss_limit_mb=3000 \
    -max_len="$bytes" -print_final_stats=1 -artifact_prefix="$work/found-$target-" "$work/$target" "$OLDPWD/kept/$target") >"$log" 2>&1 || { outcome=broken; status=1; }
  done_runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  cover=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)
  printf '%s\t%s\t%s\t%s\t%s\n' "$target" "${done_runs:-0}" $((SECONDS - begin)) "${cover:-0}" "$outcome" | tee -a "$work/runs.tsv"
done
exit $status
