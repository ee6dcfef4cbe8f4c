package com.example;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;

@SearchSpace
public class CacheConfig {

    @LogUniform(min = 16, max = 4096)
    int capacity = 256;
}
