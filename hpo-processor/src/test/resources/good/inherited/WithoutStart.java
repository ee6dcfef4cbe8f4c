package good;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;

@SearchSpace
class WithoutStart {
    @LogUniform(min = 1e-4, max = 1)
    double rate;

    Derived.Mode mode;
    boolean on;
}
