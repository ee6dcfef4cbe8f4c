#!/usr/bin/env bash
# Measures what the annotation processor costs: CPU seconds of one cold javac (user and system, all threads) for 1, 100
# and 1000 configurations. A configuration is a record of six components and a sealed interface of two records, which
# makes two generated files. Columns: the sources alone; with the generated ones as if written by hand; with those handed
# over by a processor that only copies them; with our processor. Then what a configuration costs: our processor against
# generated sources written by hand, and against the copies.
#
# Usage, after `mvn -Dquickly -DskipTests package`:   benchmarks/processor-cost.sh [runs]
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
runs=${1:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac

annotations=$here/hpo-annotations/target/classes
javapoet=$(find "${M2_REPO:-$HOME/.m2/repository}/com/palantir/javapoet" -name 'javapoet-*.jar' | sort | tail -1)
processor=$here/hpo-processor/target/classes:$annotations:$javapoet

write_configurations() { # folder, number
    mkdir -p "$1/p"
    for ((i = 0; i < $2; i++)); do
        cat > "$1/p/Config$i.java" <<JAVA
package p;

import dev.hpo.annotations.*;

@SearchSpace
public record Config$i(
        @LogUniform(min = 1e-4, max = 1) double learningRate,
        @OneMinusLog double momentum,
        @Uniform(min = 50, max = 100) int hiddenUnits,
        @Choice({"16", "32", "64", "128"}) int batchSize,
        boolean nesterov,
        Optimizer$i optimizer) {}
JAVA
        cat > "$1/p/Optimizer$i.java" <<JAVA
package p;

import dev.hpo.annotations.*;

@SearchSpace
public sealed interface Optimizer$i {
    record Sgd(@OneMinusLog double momentum) implements Optimizer$i {}

    record Adam(@OneMinusLog double beta1, @OneMinusLog(min = 0.99, max = 0.9999) double beta2) implements Optimizer$i {}
}
JAVA
    done
    find "$1" -name '*.java' > "$1/sources"
}

seconds() { # javac arguments
    local TIMEFORMAT='%U %S'
    { time "$javac" -nowarn -cp "$annotations" "$@" > /dev/null; } 2>&1 | awk '{ print $1 + $2 }'
}

median() { # command with arguments
    for ((run = 0; run < runs; run++)); do "$@"; done | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

compile() { # kind, folder
    rm -rf "$2/out"
    mkdir -p "$2/out"
    case $1 in
        plain) seconds -proc:none -d "$2/out" "@$2/sources" ;;
        generated) seconds -proc:none -d "$2/out" "@$2/sources" "@$2/generated-sources" ;;
        copied) seconds -J-Dgenerated="$2/generated/p" -processorpath "$work/copier" -processor CopyingProcessor \
            -d "$2/out" "@$2/sources" ;;
        processed) seconds -processorpath "$processor" -d "$2/out" "@$2/sources" ;;
    esac
}

"$javac" -version
"$javac" -proc:none -d "$work/copier" "$here/benchmarks/CopyingProcessor.java"
printf '%8s %10s %10s %10s %12s %16s %12s\n' configs 'alone, s' 'by hand, s' 'copied, s' 'processor, s' 'ms above by hand' 'above copied'
for n in 1 100 1000; do
    folder=$work/$n
    write_configurations "$folder" "$n"
    mkdir -p "$folder/generated" "$folder/classes"
    "$javac" -nowarn -proc:only -cp "$annotations" -processorpath "$processor" -s "$folder/generated" \
        -d "$folder/classes" "@$folder/sources"
    find "$folder/generated" -name '*.java' > "$folder/generated-sources"
    plain=$(median compile plain "$folder")
    generated=$(median compile generated "$folder")
    copied=$(median compile copied "$folder")
    processed=$(median compile processed "$folder")
    awk -v n="$n" -v a="$plain" -v b="$generated" -v c="$copied" -v d="$processed" 'BEGIN {
        printf "%8d %10.2f %10.2f %10.2f %12.2f %16.1f %12.1f\n", n, a, b, c, d, (d - b) * 1000 / n, (d - c) * 1000 / n }'
done
