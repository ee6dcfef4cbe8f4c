package bad;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.Ordinal;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@SearchSpace
record Types(
        double none,
//             ^ NO_DOMAIN: Types.none: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice
        int noneInt,
//          ^ NO_DOMAIN: Types.noneInt: type (int) must have a domain; add @Uniform(min = 1, max = 10), @LogUniform or @Choice
        String noneString,
//             ^ NO_DOMAIN: Types.noneString: type (String) must have a domain; add @Choice({"first", "second"})
        @LogUniform(min = -1, max = 1) String text,
//      ^ WRONG_TYPE: Types.text: type (String) must be double, float, int or long for @LogUniform; use @Choice
//                        ^ BOUND_LOG: Types.text: @LogUniform min (-1.0) must be above 0; use @Uniform if -1.0 is meant
        @Uniform(min = 0, max = 1) boolean flag,
//      ^ WRONG_TYPE: Types.flag: type (boolean) must be double, float, int or long for @Uniform; leave it out to choose among all values, or use @Choice
        @Uniform(min = 0, max = 1) Mode mode,
//      ^ WRONG_TYPE: Types.mode: type (Mode) must be double, float, int or long for @Uniform; leave it out to choose among all values, or use @Choice
        @OneMinusLog int whole,
//      ^ WRONG_TYPE: Types.whole: type (int) must be double or float for @OneMinusLog; use @Uniform or @LogUniform, or make the member a double
        @Choice({"0.5"}) float real,
//      ^ WRONG_TYPE: Types.real: type (float) must be String, int, long, double, boolean or an enum for @Choice; make the member a double
        @Ordinal({"false", "true"}) boolean ordered,
//      ^ WRONG_TYPE: Types.ordered: type (boolean) must be String, int, long, double or an enum for @Ordinal; leave it out to choose among all values, or use @Choice
        @Uniform(min = 0, max = 1) Layer nested,
//      ^ WRONG_TYPE: Types.nested: type (Layer) must be double, float, int or long for @Uniform; leave it out: the type's own members have domains
        @Uniform(min = 1, max = 2) @LogUniform(min = 0, max = 2) double two,
//                                 ^ TWO_DOMAINS: Types.two: second domain (@LogUniform) must not stand beside @Uniform; keep one
//                                                   ^ BOUND_LOG: Types.two: @LogUniform min (0.0) must be above 0; use @Uniform if 0.0 is meant
        @Choice({}) @Uniform(min = 1, max = 2) double twoAndEmpty,
//              ^ CHOICES_EMPTY: Types.twoAndEmpty: @Choice value ({}) must list a choice; write for instance @Choice({"first", "second"})
//                  ^ TWO_DOMAINS: Types.twoAndEmpty: second domain (@Uniform) must not stand beside @Choice; keep one
        Double boxed,
//             ^ NO_DOMAIN: Types.boxed: type (Double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice
        @Uniform(min = 0, max = 1) Boolean boxedWithDomain,
//      ^ WRONG_TYPE: Types.boxedWithDomain: type (Boolean) must be double, float, int or long for @Uniform; leave it out to choose among all values, or use @Choice
        @Uniform(min = 0, max = 1) Short boxedShort,
//      ^ WRONG_TYPE: Types.boxedShort: type (Short) must be double, float, int or long for @Uniform; use int, long, float or double
        int[] array,
//            ^ UNSUPPORTED_TYPE: Types.array: type (int[]) must be a number, boolean, String, enum, search space or List of these; use a List with @Size
        short small,
//            ^ UNSUPPORTED_TYPE: Types.small: type (short) must be a number, boolean, String, enum, search space or List of these; use int, long, float or double
        Map<String, Integer> map,
//                           ^ UNSUPPORTED_TYPE: Types.map: type (Map<String, Integer>) must be a number, boolean, String, enum, search space or List of these; compute it from members that are
        Optional<Layer> optional,
//                      ^ UNSUPPORTED_TYPE: Types.optional: type (Optional<Layer>) must be a number, boolean, String, enum, search space or List of these; compute it from members that are
        Plain plain,
//            ^ UNSUPPORTED_TYPE: Types.plain: type (Plain) must be a number, boolean, String, enum, search space or List of these; annotate Plain with @SearchSpace
        Missing missing,
//              ^ UNRESOLVED: Types.missing: type (Missing) must exist when annotations are processed; import or declare it, or let a processor generate it
        Secret secret,
//             ^ HIDDEN_TYPE: Types.secret: type (Secret) must be visible in package bad; make it public, or package-private in that package
        String... varargs) {
//                ^ UNSUPPORTED_TYPE: Types.varargs: type (String[]) must be a number, boolean, String, enum, search space or List of these; use a List with @Size
    enum Mode {
        FAST
    }

    private enum Secret {
        HIDDEN
    }

    record Plain(double x) {}

    @SearchSpace
    record Layer(@Uniform(min = 1, max = 2) double width) {}
}
