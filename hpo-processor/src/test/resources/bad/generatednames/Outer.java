package bad;

import dev.hpo.annotations.SearchSpace;

class Outer {
    @SearchSpace
    record Inner(boolean on) {}
}

@SearchSpace
record Outer_Inner(boolean on) {}
//@1 TYPE_NAME_TAKEN: Outer_Inner: generated class (Outer_InnerSpace) must not exist already; rename one of the types, this or bad.Outer.Inner

@SearchSpace
record Taken(boolean on) {}
//@1 TYPE_NAME_TAKEN: Taken: generated class (TakenSpace) must not exist already; rename one of the types, this or bad.TakenSpace

class TakenSpace {}
