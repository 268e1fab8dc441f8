#!/usr/bin/env bash
# Makes the fallback of `classify` anew: train.sh ENCODER.onnx WORKDIR. Needs a built checkout, python3 with numpy, torch and onnx.
# ENCODER.onnx: all-MiniLM-L6-v2 as language/train/sources.py fetches it.
set -eu
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/../.." && pwd); encoder=$1; work=$2
resources=$root/language/src/main/resources/org/demarche/language
mkdir -p "$work"
[ -f "$work/words.npz" ] || python3 "$here/words.py" "$encoder" "$resources/vocabulary.txt" "$resources/lemmas.tsv" "$work/words.npz"
python3 "$here/generate.py" "$here/sentences.txt" "$work/sentences.jsonl"
CLASSPATH="$root/eval/target/classes:$(cat "$root/eval/target/classpath")" \
  java -Xmx1500m -XX:+UseSerialGC org.demarche.eval.PairRows "$work/sentences.jsonl" "$work/features.jsonl"
python3 "$here/train.py" "$work/features.jsonl" "$work/words.npz" "$root/core/src/main/resources/org/demarche/relate/relations.bin"
sha256sum "$root/core/src/main/resources/org/demarche/relate/relations.bin"
