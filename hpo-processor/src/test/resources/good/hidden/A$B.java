package good;

import dev.hpo.annotations.SearchSpace;

@SearchSpace
record A$B(boolean A$, $ $) {}
