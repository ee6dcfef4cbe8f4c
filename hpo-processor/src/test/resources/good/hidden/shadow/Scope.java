package good.shadow;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
record Scope(@Uniform(min = 0, max = 1) double x) {}
