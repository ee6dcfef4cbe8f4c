package good;

import static good.elsewhere.Speed.USUAL;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import good.elsewhere.Speed;

/** Initialisers that are not, or may not be, what a new instance holds in the end. Each type says in a comment what its start is. */
public class Uncertain {
    @SearchSpace
    static class ByMethod {
        @Uniform(min = 1, max = 64)
        int threads = init();

        @Uniform(min = 1, max = 9)
        int depth;

        int init() {
            depth = 4;
            return 8;
        }
    }
    // start: threads=8, depth=4

    @SearchSpace
    static class OverwrittenByMethod {
        @Uniform(min = 1, max = 9)
        int depth = 300;

        int left = init();

        int init() {
            return depth = 4;
        }
    }
    // start: depth=4

    @SearchSpace
    static class ByAssignment {
        @Uniform(min = 1, max = 9)
        int n, m = (n = 4);
    }
    // start: n=4, m=4

    @SearchSpace
    static class ByCompoundAssignment {
        @Uniform(min = 1, max = 9)
        int n = 0, m = n += 5;
    }
    // start: n=5, m=5

    @SearchSpace
    static class ByIncrement {
        @Uniform(min = 1, max = 9)
        int n = 0, m = ++n;

        @Uniform(min = 1, max = 9)
        int k, l = ++k + k++;
    }
    // start: n=1, m=1, k=2, l=2

    @SearchSpace
    static class ByHandingItOut {
        @Uniform(min = 1, max = 9)
        int n, m = init(this);

        static int init(ByHandingItOut instance) {
            return instance.n = 4;
        }
    }
    // start: n=4, m=4

    @SearchSpace
    static class ByBlock {
        @Uniform(min = 1, max = 9)
        int n = 300, m = 3;

        {
            n = 4;
        }
    }
    // start: n=4, m=3

    @SearchSpace
    static class ByConstructor {
        @Uniform(min = 1, max = 9)
        int n = 300, m = 3;

        ByConstructor() {
            n = 4;
        }
    }
    // start: n=4, m=3

    @SearchSpace
    static class ReadOtherwise {
        @Uniform(min = 1, max = 64)
        private int threads = 0;

        @Uniform(min = 1, max = 9)
        int depth = 3;

        int getThreads() {
            return threads + 1;
        }

        void setThreads(int threads) {
            this.threads = threads - 1;
        }
    }
    // start: threads=1, depth=3

    @SearchSpace
    static class MissingReadOtherwise {
        @Uniform(min = 1, max = 64)
        int threads;

        @Uniform(min = 1, max = 9)
        int depth = 3;

        int threads() {
            return threads == 0 ? 8 : threads;
        }
    }
    // start: threads=8, depth=3

    @SearchSpace
    static class SetByReading {
        @Uniform(min = 1, max = 9)
        int depth = 3;

        @Uniform(min = 1, max = 64)
        int threads;

        int getDepth() {
            if (threads == 0) {
                threads = 8;
            }
            return depth;
        }
    }
    // start: depth=3, threads=8

    @SearchSpace
    static class Characters {
        @Choice({"66"})
        int chosen = 'B';

        @Choice({"66", "67"})
        long number = ('C');

        @Choice({"68"})
        double real = 'D';

        @Uniform(min = 60, max = 70)
        int ranged = 'A';

        @Uniform(min = -70, max = -60)
        float single = -'A';
    }
    // start: chosen=66, number=67, real=68, ranged=65, single=-65

    @SearchSpace
    static class Casts {
        @Uniform(min = 1, max = 64)
        int narrowed = (byte) 300;

        @Uniform(min = 1, max = 9)
        long truncated = (int) 3.7;

        @Choice({"7"})
        int computed = 2 * 4 - 1;

        @Choice({"0.5"})
        double divided = 1 / 2.0;

        @Choice({"5"})
        int signed = +5;

        @Choice({"-1"})
        int inverted = ~0;

        @Choice({"ab"})
        String joined = "a" + "b";

        @Choice({"true"})
        boolean negated = !false;

        @Choice({"2147483648"})
        long wide = 0x80000000L;

        @Choice({"-2147483648"})
        int bits = 0x80000000;
    }
    // start: narrowed=44, truncated=3, computed=7, divided=0.5, signed=5, inverted=-1, joined=ab, negated=true, wide=2147483648, bits=-2147483648

    public enum Mode {
        SLOW,
        FAST
    }

    static class Defaults {
        static final int B = 66;
        static final String C = "c";
        static final Mode SLOW = Mode.FAST;
    }

    @SearchSpace
    static class NamesOfOthers {
        static final Mode SLOW = Mode.FAST;

        @Choice({"66"})
        int number = (Defaults.B);

        @Choice({"c"})
        String text = (Defaults.C);

        @Choice({"FAST"})
        Mode own = SLOW;

        @Choice({"FAST"})
        Mode others = Defaults.SLOW;

        @Choice({"FAST"})
        Mode inParentheses = (Defaults.SLOW);
    }
    // start: number=66, text=c, own=FAST, others=FAST, inParentheses=FAST

    /** What contains a permitted type decides what that starts with. */
    @SearchSpace
    sealed interface Strategy {
        final class Steps implements Strategy {
            @Uniform(min = 1, max = 9)
            int width;

            @Uniform(min = 0, max = 1)
            double share = 0.5;
        }
    }

    @SearchSpace
    static class Whole {
        Strategy strategy = strategy();

        private static Strategy strategy() {
            Strategy.Steps steps = new Strategy.Steps();
            steps.width = 4;
            return steps;
        }
    }
    // start: strategy.kind=Steps, strategy.steps.width=4, strategy.steps.share=0.5

    @SearchSpace
    static class StaticImport {
        @Choice({"FAST"})
        Mode own = USUAL;

        @Choice({"FAST"})
        Mode qualified = Speed.USUAL;

        @Choice({"SLOW"})
        Mode constant = Mode.SLOW;

        boolean on = true;
    }
    // start: own=FAST, qualified=FAST, constant=SLOW, on=true

    public static class Holder {
        enum Kind {
            SLOW,
            FAST
        }

        public enum Speed {
            SLOW,
            FAST
        }
    }

    /** A type of the package, and one that is imported, have the simple names of the enums. */
    @SearchSpace
    static class KindsOfOthers {
        @Choice({"FAST"})
        Holder.Kind near = Kind.SLOW;

        @Choice({"FAST"})
        Holder.Speed imported = Speed.SLOW;
    }
    // start: near=FAST, imported=FAST

    @SearchSpace
    static class OneReadOtherwise {
        @Uniform(min = 1, max = 9)
        private int depth = 0;

        @Uniform(min = 1, max = 9)
        int width = 3;

        int getDepth() {
            return depth + 1;
        }

        void setDepth(int depth) {
            this.depth = depth - 1;
        }
    }
    // start: depth=1, width=3

    @SearchSpace
    record ImportedConstants(@Choice({"FAST"}) Mode mode, @Choice({"FAST"}) Holder.Kind kind) {
        @Initial
        static ImportedConstants start() {
            return new ImportedConstants(USUAL, Kind.SLOW);
        }
    }
    // start: mode=FAST, kind=FAST
}
