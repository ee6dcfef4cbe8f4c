package good;

import dev.hpo.annotations.Name;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import good.base.Base;
import java.util.List;

@SearchSpace
public class Derived extends Base<Derived.Mode> {
    public enum Mode {
        SLOW,
        FAST
    }

    static final String CONSTANT = "constant";

    private boolean isFast;

    @Size(min = 1, max = 2)
    @Uniform(min = 1, max = 5)
    private List<Integer> units = List.of(1);

    @Name("stored")
    @Uniform(min = 0, max = 1)
    float direct = 0.25f;

    transient boolean cached;
    int leftAlone;
    private String alsoLeftAlone = "";
    final boolean constant = true;

    public Derived() {
        super(Mode.SLOW);
    }

    public boolean isFast() {
        return isFast;
    }

    public void setFast(boolean fast) {
        isFast = fast;
    }

    List<Integer> getUnits() {
        return units;
    }

    void setUnits(List<Integer> units) {
        this.units = units;
    }
}
