package com.example.config;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
public record CacheConfig(@Uniform(min = 1, max = 16) int segments) {}
