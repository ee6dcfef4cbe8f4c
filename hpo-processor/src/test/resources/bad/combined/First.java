package bad;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
record First(@Uniform(min = 2, max = 1) double x, Second second) {}
//                                   ^ BOUND_ORDER: First.x: @Uniform max (1.0) must be above min (2.0); swap them, or widen the range

@SearchSpace
record Second(@LogUniform(min = -1, max = 1) String text, Third third) {}
//            ^ WRONG_TYPE: Second.text: type (String) must be double, float, int or long for @LogUniform; use @Choice
//                              ^ BOUND_LOG: Second.text: @LogUniform min (-1.0) must be above 0; use @Uniform if -1.0 is meant

@SearchSpace
record Third(boolean on) {}
