package com.example;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
class CacheConfig {

    @Uniform(min = 1, max = 16)
    final int segments = 4;

    @Uniform(min = 1, max = 2.5)
    int copies = 1;
}
