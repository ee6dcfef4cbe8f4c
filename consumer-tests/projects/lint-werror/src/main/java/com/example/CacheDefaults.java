package com.example;

import dev.hpo.annotations.Uniform;

class CacheDefaults {

    @Uniform(min = 1, max = 16)
    int segments = 4;
}
