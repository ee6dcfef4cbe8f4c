package com.example;

import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

// tag::optimizer[]
@SearchSpace
public sealed interface Optimizer {
    record Sgd(@Uniform(min = 0, max = 0.9) double momentum) implements Optimizer {}

    record Adam(@OneMinusLog(min = 0.9, max = 0.9999) double beta1) implements Optimizer {}
}
// end::optimizer[]
