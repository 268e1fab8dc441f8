#!/bin/sh
# Speed of the whole line, as whole processes over a news wire: sentences a second, wall and CPU, peak memory, share parsed, claims lost.
#
#   eval/speed.sh                     every 50th story
#   eval/speed.sh --every 10          more of them
#   eval/speed.sh --keep              writes the section of docs/EVALUATION.md
#   eval/speed.sh --no-build ...      with the classes that are there
#
# The stories lie in ../shared/bench beside the checkout, or where DEMARCHE_SHARED says.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
if [ "${1:-}" = --no-build ]; then
  shift
else
  mvn -o -q -Dquick -DskipTests -pl eval -am compile dependency:build-classpath \
    -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
fi
exec python3 eval/speed.py "$@"
