package bad;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import java.util.List;

class Recursion {
    @SearchSpace
    record Self(boolean on, Self next) {}
//                               ^ TYPE_RECURSIVE: Recursion.Self.next: type (Recursion.Self) must not contain itself (Recursion.Self.next -> Recursion.Self); a search space is finite, so leave the member out

    @SearchSpace
    record Left(Right right) {}
//                    ^ TYPE_RECURSIVE: Recursion.Left.right: type (Recursion.Right) must not contain itself (Recursion.Left.right -> Recursion.Right.lefts -> Recursion.Left); a search space is finite, so leave the member out

    @SearchSpace
    record Right(@Size(min = 0, max = 2) List<Left> lefts) {}
//                                                  ^ TYPE_RECURSIVE: Recursion.Right.lefts: type (Recursion.Left) must not contain itself (Recursion.Right.lefts -> Recursion.Left.right -> Recursion.Right); a search space is finite, so leave the member out

    @SearchSpace
    sealed interface Tree {
        record Leaf(boolean on) implements Tree {}

        record Node(Tree left, Tree right) implements Tree {}
//                       ^ TYPE_RECURSIVE: Recursion.Tree.Node.left: type (Recursion.Tree) must not contain itself (Recursion.Tree.Node.left -> Recursion.Tree); a search space is finite, so leave the member out
//                                  ^ TYPE_RECURSIVE: Recursion.Tree.Node.right: type (Recursion.Tree) must not contain itself (Recursion.Tree.Node.right -> Recursion.Tree); a search space is finite, so leave the member out
    }

    @SearchSpace
    sealed interface Wrapped {
        @SearchSpace
        record Wrapper(Wrapped inner) implements Wrapped {}
//      ^ TYPE_RECURSIVE: Recursion.Wrapped.Wrapper: type (Recursion.Wrapped.Wrapper) must not contain itself (Recursion.Wrapped.Wrapper -> Recursion.Wrapped.Wrapper.inner -> Recursion.Wrapped); a search space is finite, so leave the member out
//                             ^ TYPE_RECURSIVE: Recursion.Wrapped.Wrapper.inner: type (Recursion.Wrapped) must not contain itself (Recursion.Wrapped.Wrapper.inner -> Recursion.Wrapped.Wrapper -> Recursion.Wrapped.Wrapper); a search space is finite, so leave the member out
    }

    @SearchSpace
    static class Chain {
        boolean on;
        Chain next;
//            ^ TYPE_RECURSIVE: Recursion.Chain.next: type (Recursion.Chain) must not contain itself (Recursion.Chain.next -> Recursion.Chain); a search space is finite, so leave the member out
    }

    @SearchSpace
    record Onlooker(Self self, boolean on) {}

    @SearchSpace
    record Bystander(boolean on) {}

    static class Parts<T> {
        @Size(min = 1, max = 3) List<T> parts;
//                                      ^ TYPE_RECURSIVE: Recursion.Parts.parts: type (Recursion.Whole) must not contain itself (Recursion.Parts.parts -> Recursion.Whole); a search space is finite, so leave the member out
    }

    @SearchSpace
    static class Whole extends Parts<Whole> {}
}
