package good;

import static good.elsewhere.Speed.USUAL;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import good.elsewhere.Speed;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
    static class ByLambda {
        @Uniform(min = 1, max = 9)
        int n, m = run(() -> n = 4);

        static int run(IntSupplier code) {
            return code.getAsInt();
        }
    }
    // start: n=4, m=4

    @SearchSpace
    static class ByKeptLambda {
        final IntSupplier code = () -> this.n = 4;

        @Uniform(min = 1, max = 9)
        int n, m = code.getAsInt();
    }
    // start: n=4, m=4

    @SearchSpace
    static class ByMethodReference {
        @Uniform(min = 1, max = 9)
        int n, m = ByLambda.run(this::init);

        int init() {
            return n = 4;
        }
    }
    // start: n=4, m=4

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
    static class ByInnerClass {
        @Uniform(min = 1, max = 9)
        int n = 300;

        @Uniform(min = 1, max = 9)
        int m = 3;

        final Inner inner = new Inner();

        class Inner {
            Inner() {
                n = 4;
            }
        }
    }
    // start: n=4, m=3

    @SearchSpace
    static class ByAnonymousClass {
        @Uniform(min = 1, max = 9)
        int n, m = 3;

        final Object other = new Object() {
            {
                n = 4;
            }
        };
    }
    // start: n=4, m=3

    static class Registers {
        static Registers last;

        Registers() {
            last = this;
        }
    }

    @SearchSpace
    static class ByWhatASuperclassHandedOut extends Registers {
        @Uniform(min = 1, max = 9)
        int n = 300;

        @Uniform(min = 1, max = 9)
        int m = Other.init();

        static class Other {
            static int init() {
                return ((ByWhatASuperclassHandedOut) last).n = 4;
            }
        }
    }
    // start: n=4, m=4

    abstract static class Sets {
        Sets() {
            setN(4);
        }

        abstract void setN(int n);
    }

    @SearchSpace
    static class BySetterInASuperclass extends Sets {
        @Uniform(min = 1, max = 9)
        int n, m = 3;

        @Override
        void setN(int n) {
            this.n = n;
        }
    }
    // start: n=4, m=3

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
    static class ByConstructorReference {
        @Uniform(min = 1, max = 9)
        int n = 300;

        final Supplier<Inner> maker = Inner::new;
        final Inner inner = maker.get();

        class Inner {
            Inner() {
                n = 4;
            }
        }
    }
    // start: n=4

    @SearchSpace
    static class ByArrayConstructor {
        @Uniform(min = 1, max = 9)
        int n = 300;

        final Object inner = Stream.of(1).map(each -> new Inner()).toArray(Inner[]::new);

        class Inner {
            Inner() {
                n = 4;
            }
        }
    }
    // start: n=4

    /** Fields that no constructor has set yet keep what they are given before. */
    @SearchSpace
    static class ByItsOwnInner {
        @Uniform(min = 1, max = 9)
        int n = 300;

        boolean on = true;

        Inner inner = new Inner();

        class Inner {
            Inner() {
                n = 4;
            }
        }
    }
    // start: n=4, on=true

    @SearchSpace
    static class ByConcatenation extends Registers {
        static final Object HELPER = new Object() {
            @Override
            public String toString() {
                if (last instanceof ByConcatenation instance) {
                    instance.n = 4;
                }
                return "";
            }
        };

        @Uniform(min = 1, max = 9)
        int n = 300;

        final String text = "" + HELPER;
    }
    // start: n=4

    @SearchSpace
    static class ByClassInitialisation extends Registers {
        @Uniform(min = 1, max = 9)
        int n = 300;

        @Choice({"1"})
        int k = Other.value;

        static class Other {
            static int value;

            static {
                if (last instanceof ByClassInitialisation instance) {
                    instance.n = 4;
                }
                value = 1;
            }
        }
    }
    // start: n=4, k=1

    @SearchSpace
    static class ByInitialisationOfAnEnum extends Registers {
        @Uniform(min = 1, max = 9)
        int n = 300;

        Setting setting = Setting.ONE;

        enum Setting {
            ONE;

            static {
                if (last instanceof ByInitialisationOfAnEnum instance) {
                    instance.n = 4;
                }
            }
        }
    }
    // none: ByInitialisationOfAnEnum.n (300) is not in 1 to 9

    @SearchSpace
    static class ByInitialisationOfAPart extends Registers {
        @Uniform(min = 1, max = 9)
        int n = 300;

        Part part = new Part();
    }
    // start: n=4, part.on=true

    @SearchSpace
    static class Part {
        boolean on = true;

        Part() {
            if (Registers.last instanceof ByInitialisationOfAPart instance && instance.part == null) {
                instance.n = 4;
            }
        }
    }
    // start: on=true

    static class Hidden {
        private int depth = 3;

        public int getDepth() {
            return depth;
        }

        public void setDepth(int depth) {
            this.depth = depth;
        }
    }

    @SearchSpace
    static class ByGetterOfAnotherField extends Hidden {
        @Uniform(min = 1, max = 9)
        private int depth = 10;

        @Uniform(min = 1, max = 9)
        int other = 3;
    }
    // start: depth=3, other=3

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

    @SearchSpace
    record ImportedConstants(@Choice({"FAST"}) Mode mode, @Choice({"FAST"}) Holder.Kind kind) {
        @Initial
        static ImportedConstants start() {
            return new ImportedConstants(USUAL, Kind.SLOW);
        }
    }
    // start: mode=FAST, kind=FAST
}
