package good;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import java.util.Collection;
import java.util.List;

/** Constructors and methods that a value of another type would choose. */
@SearchSpace
public record Overloads(
        @Uniform(min = 0, max = 9) int whole,
        @Uniform(min = 0, max = 9) double real,
        @Choice({"a", "b"}) String text,
        @Size(min = 1, max = 2) @Uniform(min = 0, max = 1) List<Double> list,
        Boxed boxed,
        Accessors accessors) {

    Overloads(Integer whole, Double real, Object text, Collection<Double> list, Boxed boxed, Accessors accessors) {
        this(0, 0, "a", List.of(0.0), boxed, accessors);
        fail();
    }

    Overloads(Object whole, Object real, CharSequence text, Iterable<Double> list, Object boxed, Object accessors) {
        this(0, 0, "a", List.of(0.0), null, null);
        fail();
    }

    Overloads(long whole, double real, String text, List<Double> list, Boxed boxed, Accessors accessors) {
        this(0, real, text, list, boxed, accessors);
        fail();
    }

    private static void fail() {
        throw new AssertionError("not the canonical constructor");
    }

    @SearchSpace
    public record Boxed(
            @Uniform(min = 0, max = 9) Integer whole,
            @Uniform(min = 0, max = 9) Long big,
            @Uniform(min = 0, max = 9) Double real,
            @Uniform(min = 0, max = 9) Float narrow,
            @Choice({"1", "2"}) Integer choice,
            @Choice({"1.5"}) Double odd,
            Boolean flag,
            @Choice({"true"}) Boolean always) {

        Boxed(int whole, long big, double real, float narrow, int choice, double odd, boolean flag, boolean always) {
            this((Integer) whole, (Long) big, (Double) real, (Float) narrow, (Integer) choice, (Double) odd, (Boolean) flag,
                    (Boolean) always);
            fail();
        }
    }

    @SearchSpace
    public static class Accessors {
        @Uniform(min = 0, max = 9)
        private int xAxis = 1;

        @Uniform(min = 0, max = 9)
        private Integer yAxis = 2;

        @Uniform(min = 0, max = 9)
        private double mixed = 3;

        @Uniform(min = 0, max = 9)
        private Long otherwise = 4L;

        private boolean zOrder = true;

        Boolean leftAlone;

        public int getxAxis() {
            return xAxis;
        }

        public void setxAxis(Object xAxis) {
            fail();
        }

        public void setxAxis(long xAxis) {
            fail();
        }

        public void setxAxis(int xAxis) {
            this.xAxis = xAxis;
        }

        public Integer getyAxis() {
            return yAxis;
        }

        public void setyAxis(long yAxis) {
            fail();
        }

        public void setyAxis(Integer yAxis) {
            this.yAxis = yAxis;
        }

        public Double getMixed() {
            return mixed;
        }

        public void setMixed(Double mixed) {
            this.mixed = mixed;
        }

        public long getOtherwise() {
            return otherwise;
        }

        public void setOtherwise(long otherwise) {
            this.otherwise = otherwise;
        }

        public boolean iszOrder() {
            return zOrder;
        }

        public void setzOrder(boolean zOrder) {
            this.zOrder = zOrder;
        }
    }
}
