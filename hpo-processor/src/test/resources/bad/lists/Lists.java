package bad;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import java.util.ArrayList;
import java.util.List;

@SearchSpace
record Lists(
        @Uniform(min = 0, max = 1) List<Double> withoutSize,
//                                              ^ LIST_WITHOUT_SIZE: Lists.withoutSize: type (List<Double>) must have a size; add @Size(min = 1, max = 3)
        @Size(min = 1, max = 2) @Uniform(min = 0, max = 1) double withoutList,
//      ^ SIZE_WITHOUT_LIST: Lists.withoutList: type (double) must be a List for @Size; remove @Size, or make the member a List
        @Size(min = 1, max = 2) @Uniform(min = 0, max = 1) List raw,
//                                                              ^ LIST_RAW: Lists.raw: type (List) must name the type of its elements; write for instance List<Integer>
        @Size(min = 1, max = 2) @Uniform(min = 0, max = 1) ArrayList<Double> arrayList,
//                                                                           ^ LIST_KIND: Lists.arrayList: type (ArrayList<Double>) must be java.util.List; declare the member so
        @Size(min = 1, max = 2) List<Double> withoutDomain,
//                                           ^ NO_DOMAIN: Lists.withoutDomain: type (Double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice
        @Size(min = -1, max = 2) List<Boolean> negative,
//                  ^ SIZE_MIN: Lists.negative: @Size min (-1) must be from 0 to 64; write 0 for a list that may be empty
        @Size(min = 3, max = 2) List<Boolean> reversed,
//                           ^ SIZE_MAX: Lists.reversed: @Size max (2) must be from 3 to 64; swap min and max, or raise max
        @Size(min = 0, max = 0) List<Boolean> never,
//                           ^ SIZE_MAX: Lists.never: @Size max (0) must be from 1 to 64; swap min and max, or raise max
        @Size(min = 1, max = 65) List<Boolean> huge,
//                           ^ SIZE_MAX: Lists.huge: @Size max (65) must be from 1 to 64; shorten the list, each element is a parameter
        @Size(min = 70, max = 80) List<Boolean> tooHuge,
//                  ^ SIZE_MIN: Lists.tooHuge: @Size min (70) must be from 0 to 64; shorten the list, each element is a parameter
//                            ^ SIZE_MAX: Lists.tooHuge: @Size max (80) must be from 1 to 64; shorten the list, each element is a parameter
        @Size(min = 1, max = 2) List<List<Boolean>> nested,
//                                                  ^ UNSUPPORTED_TYPE: Lists.nested: type (List<Boolean>) must be a number, boolean, String, enum, search space or List of these; a list of lists cannot be tuned
        @Size(min = 1, max = 2) List<? extends Item> wildcard,
//                                                   ^ UNSUPPORTED_TYPE: Lists.wildcard: type (? extends Item) must be a number, boolean, String, enum, search space or List of these; name the type itself
        @Size(min = 1, max = 2) List<Short> elementType,
//                                          ^ UNSUPPORTED_TYPE: Lists.elementType: type (Short) must be a number, boolean, String, enum, search space or List of these; use int, long, float or double
        @Size(min = 1, max = 2) @Uniform(min = 0, max = 1) List<Item> elementWithDomain,
//                              ^ WRONG_TYPE: Lists.elementWithDomain: type (Item) must be double, float, int or long for @Uniform; leave it out: the type's own members have domains
        @Size(min = 1, max = 2) List<Plain> plain) {
//                                          ^ UNSUPPORTED_TYPE: Lists.plain: type (Plain) must be a number, boolean, String, enum, search space or List of these; annotate Plain with @SearchSpace
    @SearchSpace
    record Item(boolean on) {}

    record Plain(boolean on) {}
}
