package com.example

import dev.hpo.annotations.Choice
import dev.hpo.annotations.LogUniform
import dev.hpo.annotations.SearchSpace
import dev.hpo.annotations.Uniform

enum class Activation { RELU, TANH }

// tag::config[]
@SearchSpace
data class MlpConfig(
    @LogUniform(min = 1e-4, max = 1.0) var learningRate: Double = 0.02,
    @Uniform(min = 50.0, max = 100.0) var hiddenUnits: Int = 64,
    @Choice("16", "32", "64") var batchSize: Int = 32,
    var activation: Activation = Activation.TANH,
    var optimizer: Optimizer = Optimizer.Adam(0.99),
)
// end::config[]
