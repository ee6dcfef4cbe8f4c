package good;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** Initialisers beside a superclass, which may have handed the instance out, or have other fields of the name; see {@link Uncertain}. */
class UncertainHeirs {
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
}
