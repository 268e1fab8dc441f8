#!/bin/sh
# The board: every scorer that has data, in one table.
#
#   eval/board.sh                  everything, and docs/EVALUATION.md
#   eval/board.sh dossier          one part (dossier known times specs quotes gsr pairs rdcr names ud quantities coref speed)
#   eval/board.sh dossier --misses 10
#   eval/board.sh dossier known --keep   these figures into docs/EVALUATION.md too
#   eval/board.sh --no-build ...   with the classes that are there
#
# The gold sets lie in ../shared beside the checkout, or where DEMARCHE_SHARED says.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
if [ "${1:-}" = --no-build ]; then
  shift
else
  mvn -o -q -Dquick -DskipTests -pl eval -am compile dependency:build-classpath \
    -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
fi
exec python3 eval/board.py "$@"
