package good;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;

@SearchSpace
record Dollars($ $, $L $L, @Choice({"$", "$L", "$$T"}) String $$, $L.$T $T, boolean $S) {
    @Initial
    static Dollars $N() {
        return Starts.dollars();
    }
}
