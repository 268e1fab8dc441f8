#!/bin/sh
# Our sentence model beside CoreNLP, NLP4J and OpenNLP: the same treebanks, the same scorers, one table.
#
#   eval/peers.sh                    all of them, ten to twenty minutes; the first time loads 800 MB of jars
#   eval/peers.sh corenlp            one
#   eval/peers.sh --keep             writes the section of docs/EVALUATION.md
#
# The treebanks lie in ../shared/train beside the checkout, or where DEMARCHE_SHARED says. CoreNLP is under the GPL; nothing of this is shipped.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
mvn -q -Dquick -DskipTests -Ppeers -pl eval/peers -am compile dependency:build-classpath \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
exec python3 eval/peers.py "$@"
