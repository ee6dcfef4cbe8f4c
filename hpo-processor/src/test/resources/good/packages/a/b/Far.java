package good.a.b;

import dev.hpo.annotations.SearchSpace;

@SearchSpace
public record Far(boolean on, Shape shape) {
    @SearchSpace
    public record Nested(boolean on) {}

    @SearchSpace
    public abstract static sealed class Shape {
        boolean filled = true;

        public static final class Round extends Shape {
            boolean smooth = true;
        }

        @SearchSpace
        public static final class Square extends Shape {}
    }
}
