package good.shadow;

import dev.hpo.annotations.SearchSpace;

@SearchSpace
sealed interface Limb {
    record Double(boolean on) implements Limb {}

    record Scope(good.shadow.Scope scope) implements Limb {}
}
