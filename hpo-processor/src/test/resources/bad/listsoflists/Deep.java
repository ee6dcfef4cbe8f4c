package bad;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import java.util.List;

@SearchSpace
record Deep(@Size(min = 0, max = 64) List<Two> lists) {
//                                             ^ TYPE_DEEP: Deep.lists: type (Deep.Two) must not make more than 10000 spaces with all that is in it, which are 266304 here; lower the max of @Size here or in it
    @SearchSpace
    record Two(@Size(min = 0, max = 64) List<One> lists, @Size(min = 0, max = 1000) List<Boolean> flags) {}
//                                                                            ^ SIZE_MAX: Deep.Two.flags: @Size max (1000) must be from 1 to 64; shorten the list, each element is a parameter

    @SearchSpace
    record One(@Size(min = 1, max = 64) List<None> lists) {}

    @SearchSpace
    record None(boolean on) {}
}
