package com.example;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
public record CacheConfig(@Uniform(min = 1, max = 16) int segments) {

    @Initial
    static CacheConfig start() {
        return new CacheConfig(11);
    }
}
