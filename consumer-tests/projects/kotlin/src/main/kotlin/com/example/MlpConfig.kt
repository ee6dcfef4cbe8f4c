package com.example

import dev.hpo.annotations.Choice
import dev.hpo.annotations.LogUniform
import dev.hpo.annotations.OneMinusLog
import dev.hpo.annotations.SearchSpace
import dev.hpo.annotations.Uniform

enum class Activation { RELU, TANH }

sealed interface Optimizer

@SearchSpace
data class Sgd(@Uniform(min = 0.0, max = 0.9) var momentum: Double = 0.5) : Optimizer

@SearchSpace
data class Adam(@OneMinusLog(min = 0.9, max = 0.9999) var beta1: Double = 0.99) : Optimizer

// tag::config[]
@SearchSpace
data class MlpConfig(
    @LogUniform(min = 1e-4, max = 1.0) var learningRate: Double = 0.02,
    @Uniform(min = 50.0, max = 100.0) var hiddenUnits: Int = 64,
    @Choice("16", "32", "64") var batchSize: Int = 32,
    var activation: Activation = Activation.TANH,
    var optimizer: Optimizer = Adam(),
)
// end::config[]
