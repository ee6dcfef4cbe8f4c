package good;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;

@SearchSpace
public record Optional(boolean value) {
    @Initial
    static Optional of() {
        return new Optional(true);
    }
}
