package good;

import dev.hpo.annotations.SearchSpace;

@SearchSpace
public sealed interface Expl permits Third, First, Second {
    record Own(Expl inner) {}
}
