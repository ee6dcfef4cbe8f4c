package com.example;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
public record Layer(@Uniform(min = 16, max = 256, step = 16) int units, boolean bias) {}
