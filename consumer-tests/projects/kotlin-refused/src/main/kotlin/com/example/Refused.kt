package com.example

import dev.hpo.annotations.LogUniform
import dev.hpo.annotations.SearchSpace
import dev.hpo.annotations.Uniform

@SearchSpace
data class Frozen(
    @LogUniform(min = 1e-4, max = 1.0) val learningRate: Double = 0.01,
    @Uniform(min = 50.0, max = 100.0) var hiddenUnits: Int = 64,
)

@SearchSpace
data class WithoutDefault(@Uniform(min = 1.0, max = 64.0) var threads: Int)

@SearchSpace
class Guarded {
    @Uniform(min = 1.0, max = 64.0)
    var threads: Int = 8
        private set
}

@SearchSpace
object Single {
    @Uniform(min = 1.0, max = 64.0)
    var threads: Int = 8
}

@SearchSpace
sealed interface Choice
