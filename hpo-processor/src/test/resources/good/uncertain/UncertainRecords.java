package good;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** Arguments of start methods that are not, or may not be, what the record holds in the end; see {@link Uncertain}. */
class UncertainRecords {
    @SearchSpace
    record Letters(@Uniform(min = 60, max = 70) int ranged, @Choice({"66", "67"}) int chosen) {
        @Initial
        static Letters start() {
            return new Letters('A', 'B');
        }
    }
    // start: ranged=65, chosen=66

    @SearchSpace
    record Clamped(@Uniform(min = 1, max = 9) int depth, @Uniform(min = 1, max = 9) int width) {
        Clamped {
            depth = Math.min(depth, 9);
            if (width == 0) {
                width++;
            }
        }

        @Initial
        static Clamped start() {
            return new Clamped(300, 0);
        }
    }
    // start: depth=9, width=1

    @SearchSpace
    record ByCanonical(@Uniform(min = 1, max = 9) int depth, @Uniform(min = 1, max = 9) int width) {
        ByCanonical(int depth, int width) {
            this.depth = Math.min(depth, 9);
            if (width > 9) {
                width -= 1;
            }
            this.width = width;
        }

        @Initial
        static ByCanonical start() {
            return new ByCanonical(300, 10);
        }
    }
    // start: depth=9, width=9

    @SearchSpace
    record ByAccessor(@Uniform(min = 1, max = 9) int depth) {
        @Override
        public int depth() {
            return Math.min(depth, 9);
        }

        @Initial
        static ByAccessor start() {
            return new ByAccessor(300);
        }
    }
    // start: depth=9

    @SearchSpace
    record ByOtherConstructor(@Uniform(min = 1, max = 9) int depth, @Choice({"a", "b"}) String text) {
        ByOtherConstructor(String text, int depth) {
            this(depth, text);
        }

        @Initial
        static ByOtherConstructor start() {
            return new ByOtherConstructor("a", 3);
        }
    }
    // start: depth=3, text=a

    @SearchSpace
    record ByArguments(@Uniform(min = 1, max = 9) int depth, @Choice({"a", "b"}) String text) {
        ByArguments(Object... values) {
            this((int) values[1], (String) values[0]);
        }

        @Initial
        static ByArguments start() {
            return new ByArguments("a", 3);
        }
    }
    // start: depth=3, text=a

    @SearchSpace
    record InParentheses(@Uniform(min = 1, max = 9) int depth, @Uniform(min = 1, max = 9) int width) {
        InParentheses {
            (depth) = Math.min(depth, 9);
            if (width == 0) {
                ((width))++;
            }
        }

        @Initial
        static InParentheses start() {
            return new InParentheses(300, 0);
        }
    }
    // start: depth=9, width=1
}
