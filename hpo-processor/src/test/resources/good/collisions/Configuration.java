package good;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** Types with the names of those that generated code uses. */
@SearchSpace
public record Configuration(
        Parameter parameter, Scope scope, Space space, Optional optional, @Uniform(min = 1, max = 2) double value) {}
