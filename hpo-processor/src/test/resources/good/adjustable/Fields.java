package good;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
class Fields {
    @Adjustable
    boolean nesterov = true;

    @Adjustable
    Boolean boxed = true;

    @Adjustable
    transient boolean kept = true;

    transient boolean left = true;

    @Adjustable
    @Uniform(min = 0, max = 1)
    double rate = 0.5;
}
