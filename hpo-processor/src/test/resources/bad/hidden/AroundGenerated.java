package bad.hidden;

import dev.hpo.annotations.SearchSpace;

@SearchSpace
record AroundGenerated(Generated generated, bad.hidden.clean.Generated other) {}
