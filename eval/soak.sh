#!/bin/sh
# A server at work for an hour on one ledger: reports come in, every page and table is asked for, events are rejected and the rejections undone.
# Prints memory, threads and open files as it goes, and what the first and the last third of the time had on average.
#
#   eval/soak.sh                      an hour
#   eval/soak.sh --minutes 5
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
if [ "${1:-}" = --no-build ]; then
  shift
else
  mvn -o -q -Dquick -DskipTests -pl eval -am compile dependency:build-classpath \
    -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
fi
exec python3 eval/soak.py "$@"
