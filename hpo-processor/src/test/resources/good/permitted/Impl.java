package good;

import dev.hpo.annotations.SearchSpace;

@SearchSpace
sealed interface Impl {}

record Zeta(boolean on) implements Impl {}

record Alpha() implements Impl {
    record Quick() implements Impl {}

    record Clever() implements Impl {}
}

record Mu() implements Impl {}

class Holder {
    record Yes() implements Impl {}

    static class Deep {
        record Bold() implements Impl {}
    }

    record Daring() implements Impl {}
}
