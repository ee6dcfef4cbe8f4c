package bad;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Logit;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
record Steps(
        @Uniform(min = 1, max = 10, step = 4) int misses,
//                              ^ STEP_MISSES: Steps.misses: @Uniform max (10) must be a value that steps of 4 reach; the values are 1, 5, 9, so write max = 9
        @Uniform(min = 0, max = 1, step = 0.3) double missesReal,
//                              ^ STEP_MISSES: Steps.missesReal: @Uniform max (1.0) must be a value that steps of 0.3 reach; the values are 0.0, 0.3, 0.6, 0.9, so write max = 0.9
        @Uniform(min = 0, max = 100, step = 7) long missesLong,
//                              ^ STEP_MISSES: Steps.missesLong: @Uniform max (100) must be a value that steps of 7 reach; the values are 0, 7, 14, ..., 98, so write max = 98
        @Uniform(min = 0, max = 1, step = -0.1) double negative,
//                                        ^ STEP_POSITIVE: Steps.negative: @Uniform step (-0.1) must be a finite number above 0; leave it out for every value
        @Uniform(min = 0, max = 1, step = Double.NaN) double nan,
//                                              ^ STEP_POSITIVE: Steps.nan: @Uniform step (NaN) must be a finite number above 0; leave it out for every value
        @Uniform(min = 0, max = 1, step = Double.POSITIVE_INFINITY) double infinite,
//                                              ^ STEP_POSITIVE: Steps.infinite: @Uniform step (Infinity) must be a finite number above 0; leave it out for every value
        @Uniform(min = 0, max = 1, step = 2) double longer,
//                                        ^ STEP_RANGE: Steps.longer: @Uniform step (2.0) must be at most max - min (1.0); shorten it, or leave it out
        @Uniform(min = 1, max = 10, step = 0.5) int fraction,
//                                         ^ BOUND_FRACTION: Steps.fraction: @Uniform step (0.5) must be a whole number for int; round it, or make the member a double
        @Uniform(min = 0, max = 1, step = 1e-12) double many,
//                                        ^ STEP_COUNT: Steps.many: @Uniform step (1.0E-12) must leave at most 2147483647 values; lengthen it, or leave it out
        @LogUniform(min = 1, max = 10, levels = 1) double oneLevel,
//                                              ^ LEVELS_FEW: Steps.oneLevel: @LogUniform levels (1) must be at least 2; leave it out for every value
        @Logit(min = 0.1, max = 0.9, levels = -3) double negativeLevels,
//                                            ^ LEVELS_FEW: Steps.negativeLevels: @Logit levels (-3) must be at least 2; leave it out for every value
        @LogUniform(min = 1, max = 10, levels = 20) int manyLevels,
//                                              ^ LEVELS_MANY: Steps.manyLevels: @LogUniform levels (20) must leave values that differ; write at most 6, or leave it out
        @LogUniform(min = 1, max = 1.0000000000000004, levels = 9) double close) {}
//                                                              ^ LEVELS_MANY: Steps.close: @LogUniform levels (9) must leave values that differ; write at most 4, or leave it out
