package com.example;

import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.SearchSpace;

@SearchSpace
public sealed interface Optimizer {

    record Sgd() implements Optimizer {}

    record Adam(@OneMinusLog(min = 0.9, max = 0.999) double beta1) implements Optimizer {}
}
