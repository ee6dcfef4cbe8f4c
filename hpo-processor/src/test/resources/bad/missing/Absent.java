package bad.missing;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types that are missing, or that have something missing in them, which Eclipse's compiler calls an error too. */
class Absent {
    @SearchSpace
    record Members(
            @Uniform(min = 0, max = 1) Missing alone,
//                                             ^ UNRESOLVED: Absent.Members.alone: type (Missing) must exist when annotations are processed; import or declare it, or let a processor generate it
            Map<String, Missing> argument,
//                               ^ UNSUPPORTED_TYPE: Absent.Members.argument: type (Map<String, Missing>) must be a number, boolean, String, enum, search space or List of these; compute it from members that are
            @Uniform(min = 0, max = 1) Map<String, Missing> argumentWithDomain,
//          ^ WRONG_TYPE: Absent.Members.argumentWithDomain: type (Map<String, Missing>) must be double, float, int or long for @Uniform; compute it from members that are
            Map.Entry<Missing, Missing<Missing>> entry,
//                                               ^ UNSUPPORTED_TYPE: Absent.Members.entry: type (Entry<Missing, Missing<Missing>>) must be a number, boolean, String, enum, search space or List of these; compute it from members that are
            @Size(min = 1, max = 2) List<Missing> elements,
//                                                ^ UNRESOLVED: Absent.Members.elements: type (Missing) must exist when annotations are processed; import or declare it, or let a processor generate it
            List<Missing<Map<String, Integer>>> unsized,
//                                              ^ LIST_WITHOUT_SIZE: Absent.Members.unsized: type (List<Missing<Map<String, Integer>>>) must have a size; add @Size(min = 1, max = 3)
//                                              ^ UNRESOLVED: Absent.Members.unsized: type (Missing<Map<String, Integer>>) must exist when annotations are processed; import or declare it, or let a processor generate it
            @Size(min = 1, max = 2) List<Map<String, Missing>> maps,
//                                                             ^ UNSUPPORTED_TYPE: Absent.Members.maps: type (Map<String, Missing>) must be a number, boolean, String, enum, search space or List of these; compute it from members that are
            @Size(min = 1, max = 2) List<List<Missing>> lists,
//                                                      ^ UNSUPPORTED_TYPE: Absent.Members.lists: type (List<Missing>) must be a number, boolean, String, enum, search space or List of these; a list of lists cannot be tuned
            List<? extends Missing> wildcard,
//                                  ^ UNSUPPORTED_TYPE: Absent.Members.wildcard: type (? extends Missing) must be a number, boolean, String, enum, search space or List of these; name the type itself
//                                  ^ LIST_WITHOUT_SIZE: Absent.Members.wildcard: type (List<? extends Missing>) must have a size; add @Size(min = 1, max = 3)
            Set<Missing> set,
//                       ^ LIST_KIND: Absent.Members.set: type (Set<Missing>) must be java.util.List; declare the member so
            @Size(min = 1, max = 2) Optional<Missing> optional,
//          ^ SIZE_WITHOUT_LIST: Absent.Members.optional: type (Optional<Missing>) must be a List for @Size; remove @Size, or make the member a List
//                                                    ^ UNSUPPORTED_TYPE: Absent.Members.optional: type (Optional<Missing>) must be a number, boolean, String, enum, search space or List of these; compute it from members that are
            Missing[] array,
//                    ^ UNRESOLVED: Absent.Members.array: type (Missing[]) must exist when annotations are processed; import or declare it, or let a processor generate it
            Missing<String>[] arrayWithArgument,
//                            ^ UNRESOLVED: Absent.Members.arrayWithArgument: type (Missing<String>[]) must exist when annotations are processed; import or declare it, or let a processor generate it
            Optional<Missing>[] optionals,
//                              ^ UNSUPPORTED_TYPE: Absent.Members.optionals: type (Optional<Missing>[]) must be a number, boolean, String, enum, search space or List of these; use a List with @Size
            Generic<Missing>.Inner inner,
//                                 ^ UNSUPPORTED_TYPE: Absent.Members.inner: type (Inner) must be a number, boolean, String, enum, search space or List of these; annotate Inner with @SearchSpace
            Generic<Missing> generic) {
//                           ^ UNSUPPORTED_TYPE: Absent.Members.generic: type (Generic<Missing>) must be a number, boolean, String, enum, search space or List of these; annotate Generic with @SearchSpace
        @Initial
        static Missing<String> start() {
//                             ^ INITIAL_FORM: Absent.Members.start: @Initial method (start) must return Members, not Missing<String>; write static Members start()
            return null;
        }
    }

    static class Generic<X> {
        @Choice({"a", "b"})
        String text = "a";

        @Uniform(min = 0, max = 1)
        X value;
//        ^ UNRESOLVED: Absent.Generic.value: type (Missing) must exist when annotations are processed; import or declare it, or let a processor generate it

        X plain;

        @Size(min = 1, max = 2)
        List<X> values;
//              ^ UNRESOLVED: Absent.Generic.values: type (Missing) must exist when annotations are processed; import or declare it, or let a processor generate it

        class Inner {}
    }

    @SearchSpace
    static class OfArgument extends Generic<Missing> {}

    @SearchSpace
    static class OfMissing extends Missing<String> {
//         ^ UNRESOLVED: Absent.OfMissing: type (Missing<String>) must exist when annotations are processed; import or declare it, or let a processor generate it
        boolean on = true;
    }

    @SearchSpace
    static class Accessors {
        @Uniform(min = 1, max = 2)
        private int wrong;
//                  ^ FIELD_NO_ACCESS: Absent.Accessors.wrong: field (wrong) must have a getter; add it, make the field package-private, or transient if it is no parameter

        @Uniform(min = 1, max = 2)
        private int right;

        @Uniform(min = 1, max = 2)
        private Missing absent;
//                      ^ UNRESOLVED: Absent.Accessors.absent: type (Missing) must exist when annotations are processed; import or declare it, or let a processor generate it

        @Uniform(min = 1, max = 2)
        Missing<String> withArgument;
//                      ^ UNRESOLVED: Absent.Accessors.withArgument: type (Missing<String>) must exist when annotations are processed; import or declare it, or let a processor generate it

        Missing getWrong() {
            return null;
        }

        void setWrong(int wrong) {}

        int getRight() throws Missing {
            return right;
        }

        void setRight(int right) {}

        Missing getAbsent() {
            return absent;
        }

        void setAbsent(Missing absent) {}
    }

    @SearchSpace
    record Started(boolean on) {
        @Initial
        static Missing start() {
//                     ^ INITIAL_FORM: Absent.Started.start: @Initial method (start) must return Started, not Missing; write static Started start()
            return null;
        }
    }

    interface Marked<X> {}

    /** Nothing is wrong with what is tuned here. */
    @SearchSpace
    record Fine(boolean on) implements Marked<Missing> {}

    @SearchSpace
    sealed interface Kinds extends Marked<Missing> {
        record One(boolean on) implements Kinds {}

        record Two(Fine fine, Map<Missing, String> map) implements Kinds {}
//                                                 ^ UNSUPPORTED_TYPE: Absent.Kinds.Two.map: type (Map<Missing, String>) must be a number, boolean, String, enum, search space or List of these; compute it from members that are
    }
}
