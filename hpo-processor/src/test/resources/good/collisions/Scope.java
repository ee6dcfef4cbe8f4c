package good;

import dev.hpo.annotations.SearchSpace;

@SearchSpace
public sealed interface Scope {
    record Scale(boolean on) implements Scope {}

    record Condition(List list) implements Scope {}

    record SpaceSpace(boolean on) implements Scope {}

    record Scope_(boolean on) implements Scope {}
}
