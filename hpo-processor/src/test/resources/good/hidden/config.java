package good;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
record config(mode config, @Uniform(min = 0, max = 1) double mode, instance instance, configuration configuration) {
    enum mode {
        fast,
        config
    }

    @SearchSpace
    static class instance {
        instance.scope instance = scope.scope;

        enum scope {
            scope,
            instance
        }
    }

    @SearchSpace
    record configuration(@Uniform(min = 0, max = 1) double configuration) {}

    @Initial
    static config good() {
        return Starts.config();
    }
}
