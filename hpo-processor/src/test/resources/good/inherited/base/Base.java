package good.base;

import dev.hpo.annotations.Uniform;

public abstract class Base<T> {
    @Uniform(min = 0, max = 1)
    private double rate = 0.5;

    private T mode;

    @Uniform(min = 1, max = 9)
    protected int depth = 3;

    protected Base(T mode) {
        this.mode = mode;
    }

    public double getRate() {
        return rate;
    }

    public void setRate(double rate) {
        this.rate = rate;
    }

    public T mode() {
        return mode;
    }

    public Base<T> mode(T mode) {
        this.mode = mode;
        return this;
    }

    public int getDepth() {
        return depth;
    }

    public void setDepth(int depth) {
        this.depth = depth;
    }
}
