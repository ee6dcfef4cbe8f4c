package good;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;

@SearchSpace
public record SPACE(SPACE.Mode mode) {
    public enum Mode {
        SPACE
    }

    @Initial
    static SPACE start() {
        return new SPACE(Mode.SPACE);
    }
}
