#!/bin/sh
# One machine against a cluster of processes on this one: time, and every table compared.
#
#   spark/compare.sh FILE.jsonl WORK [EXECUTORS...]     default: 1 2
#   LINES=2000 spark/compare.sh ...                     only the first so many lines
#
# Builds what is due first. It takes both cores for as long as it takes; see docs/SCALE.md.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
input=$1 work=$2
shift 2
[ $# -gt 0 ] || set -- 1 2
mkdir -p "$work"
if [ -n "${LINES:-}" ]; then
  head -n "$LINES" "$input" >"$work/input.jsonl"
  input=$work/input.jsonl
fi
cd "$here"
mvn -q -Pspark -Dquick -DskipTests -pl spark -am test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
CLASSPATH="$here/spark/target/test-classes:$here/spark/target/classes:$(cat spark/target/classpath)" \
  exec java -Xmx3g org.demarche.spark.Comparison "$input" "$work" "$@"
