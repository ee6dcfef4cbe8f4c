package good.a;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import good.a.b.Far;
import java.util.List;

class Outer {
    static class Middle {
        @SearchSpace
        record Inner(Far far, @Size(min = 1, max = 2) List<Far.Nested> nested, Kind kind, Deprecating old) {}
    }

    enum Kind {
        ONE
    }

    @SearchSpace
    protected record Protected(boolean on) {}

    @Deprecated
    enum Old {
        @Deprecated
        A
    }

    @SearchSpace
    static class Deprecating {
        @SuppressWarnings("deprecation")
        Old old = Old.A;

        @Deprecated(forRemoval = true)
        boolean flag = true;
    }
}
