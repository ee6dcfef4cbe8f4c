package good;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Name;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import java.util.List;

/** Each class says in a comment what its start is, or why there is none. */
public class Starts {
    static class Base {
        @Uniform(min = 1, max = 64)
        int threads;
    }

    static class InitBase {
        @Uniform(min = 1, max = 64)
        int threads = 8;
    }

    @SearchSpace
    static class OnlyInherited extends Base {}
    // none: OnlyInherited.threads (0) is not in 1 to 64

    @SearchSpace
    static class PlusInit extends Base {
        @Uniform(min = 1, max = 9)
        int own = 3;
    }
    // none: PlusInit.threads (0) is not in 1 to 64

    @SearchSpace
    static class FromInit extends InitBase {}
    // start: threads=8

    @SearchSpace
    static class Block {
        @Uniform(min = 1, max = 64)
        int threads;

        @LogUniform(min = 1e-4, max = 1)
        double rate = 0.1;

        {
            threads = 8;
        }
    }
    // start: threads=8, rate=0.1

    static class CallsInit {
        CallsInit() {
            init();
        }

        void init() {}
    }

    @SearchSpace
    static class ByOverriding extends CallsInit {
        @Uniform(min = 1, max = 64)
        int threads;

        @Uniform(min = 0, max = 1)
        double share = 0.5;

        @Override
        void init() {
            threads = 8;
        }
    }
    // start: threads=8, share=0.5

    @SearchSpace
    static class Zeros {
        @Uniform(min = 0, max = 5)
        int number;

        @Uniform(min = -1, max = 1)
        double share;

        boolean on;
    }
    // none: Zeros has no value but 0, false and null; if they are meant, return it from an @Initial method

    @SearchSpace
    static class ZerosMeant {
        @Uniform(min = 0, max = 5)
        int number;

        boolean on;

        @Initial
        static ZerosMeant start() {
            return new ZerosMeant();
        }
    }
    // start: number=0, on=false

    @SearchSpace
    static class WithArguments {
        @Uniform(min = 1, max = 5)
        int number;

        WithArguments() {
            this(0);
        }

        WithArguments(int number) {
            this.number = number;
        }

        @Initial
        static WithArguments start() {
            return new WithArguments(4);
        }
    }
    // start: number=4

    @SearchSpace
    static class OnlyWithArguments {
        @Uniform(min = 1, max = 5)
        private int number;

        @Uniform(min = 1, max = 5)
        int other;

        final int sum;

        OnlyWithArguments(int number, int other) {
            this.number = number;
            this.other = other;
            sum = number + other;
        }

        int getNumber() {
            return number;
        }

        void setNumber(int number) {
            this.number = number;
        }

        @Initial
        static OnlyWithArguments start() {
            return new OnlyWithArguments(3, 4);
        }
    }
    // start: number=3, other=4

    @SearchSpace
    static class WithFactory {
        @Uniform(min = 1, max = 5)
        int number;

        OnlyWithArguments inner;

        @Size(min = 1, max = 2)
        List<OnlyWithArguments> list = List.of(OnlyWithArguments.start());

        private WithFactory() {}

        static WithFactory create() throws java.io.IOException {
            return new WithFactory();
        }

        @Initial
        static WithFactory start() {
            WithFactory made = new WithFactory();
            made.number = 2;
            made.inner = OnlyWithArguments.start();
            return made;
        }
    }
    // start: number=2, inner.number=3, inner.other=4, list.size=1, list[0].number=3, list[0].other=4

    @SearchSpace
    static class OnlyNested {
        Zeros inner = new Zeros();
    }
    // start: inner.number=0, inner.share=0, inner.on=false

    @SearchSpace
    static class WithoutNested {
        boolean on;
        Zeros inner;

        WithoutNested() {
            on = true;
        }
    }
    // none: WithoutNested.inner (null) is not an instance of Zeros

    @SearchSpace
    static class DeepMisfit {
        boolean on = true;
        FromInit inner = new FromInit();

        DeepMisfit() {
            inner.threads = 65;
        }
    }
    // none: DeepMisfit.inner.threads (65) is not in 1 to 64

    @SearchSpace
    static class EmptyList {
        @Size(min = 0, max = 2)
        @Uniform(min = 1, max = 5)
        List<Integer> units = List.of();

        @Uniform(min = 0, max = 2)
        float f;
    }
    // start: units.size=0, f=0

    @SearchSpace
    static class NullList {
        @Size(min = 0, max = 2)
        @Uniform(min = 1, max = 5)
        List<Integer> units;

        boolean on;

        {
            on = true;
        }
    }
    // none: NullList.units (null) is not a list

    @SearchSpace
    static class LongList {
        @Size(min = 0, max = 2)
        List<FromInit> layers = List.of(new FromInit(), new FromInit(), new FromInit());
    }
    // none: LongList.layers.size (3) is not in 0 to 2

    @SearchSpace
    static class Texts {
        @Name("title")
        @Choice({"a", "b"})
        String text = "a".repeat(2);
    }
    // none: Texts.title (aa) is not one of a, b

    @SearchSpace
    static class Floats {
        @LogUniform(min = 1e-4, max = 1)
        float rate = 3 * 0.5f;
    }
    // none: Floats.rate (1.5) is not in 1e-4 to 1, log

    @SearchSpace
    static class Enums {
        Mode mode;
    }
    // none: Enums.mode (null) is not one of SLOW, FAST

    @SearchSpace
    static class FirstConstant {
        Mode mode = Mode.SLOW;
    }
    // start: mode=SLOW

    @SearchSpace
    record Silent(boolean on) {}
    // none

    enum Mode {
        SLOW,
        FAST
    }
}
