package bad.hidden;

import dev.hpo.annotations.SearchSpace;

@SearchSpace
record Around(Member member) {}
