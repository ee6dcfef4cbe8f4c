package com.example;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
record LineConfig(@Uniform(min = -1, max = 1) double slope) {}
