package good;

import dev.hpo.annotations.SearchSpace;

@SearchSpace
sealed interface $L {
    record $1(boolean $) implements $L {}

    record $2(boolean $L) implements $L {}

    enum $T {
        $L,
        $W
    }
}
