package com.example

import dev.hpo.annotations.LogUniform
import dev.hpo.annotations.SearchSpace
import dev.hpo.annotations.Uniform

@SearchSpace
class PoolConfig {
    @Uniform(min = 1.0, max = 64.0)
    var threads: Int = 7

    @LogUniform(min = 1e-3, max = 1.0)
    var backoff: Double = 0.03

    var isFair: Boolean = true
}
