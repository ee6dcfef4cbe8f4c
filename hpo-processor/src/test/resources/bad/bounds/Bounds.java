package bad;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Logit;
import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import java.util.List;
import dev.hpo.annotations.Size;

@SearchSpace
record Bounds(
        @Uniform(min = 2, max = 1) double reversed,
//                              ^ BOUND_ORDER: Bounds.reversed: @Uniform max (1.0) must be above min (2.0); swap them, or widen the range
        @Uniform(min = 3, max = 3) int equal,
//                              ^ BOUND_ORDER: Bounds.equal: @Uniform max (3) must be above min (3); swap them, or widen the range
        @Uniform(
                min = 0.5,
                max = -1)
//                    ^ BOUND_ORDER: Bounds.onLines: @Uniform max (-1.0) must be above min (0.5); swap them, or widen the range
                float onLines,
        @Uniform(min = Double.NaN, max = 1) double nan,
//                           ^ BOUND_NOT_FINITE: Bounds.nan: @Uniform min (NaN) must be a finite number; write the largest or smallest that makes sense
        @LogUniform(min = 1, max = Double.POSITIVE_INFINITY) double infinite,
//                                       ^ BOUND_NOT_FINITE: Bounds.infinite: @LogUniform max (Infinity) must be a finite number; write the largest or smallest that makes sense
        @Uniform(min = -1.7e308, max = 1.7e308) double wide,
//                                     ^ BOUND_RANGE: Bounds.wide: @Uniform max (1.7E308) must be less than 1.7976931348623157E308 above min (-1.7E308); narrow the range
        @LogUniform(min = 0, max = 1) double zero,
//                        ^ BOUND_LOG: Bounds.zero: @LogUniform min (0.0) must be above 0; use @Uniform if 0.0 is meant
        @LogUniform(min = -1e-3, max = 1) float negative,
//                        ^ BOUND_LOG: Bounds.negative: @LogUniform min (-0.001) must be above 0; use @Uniform if -0.001 is meant
        @LogUniform(min = 0, max = 100) int zeroInt,
//                        ^ BOUND_LOG: Bounds.zeroInt: @LogUniform min (0) must be above 0; use @Uniform if 0 is meant
        @OneMinusLog(min = 0.5, max = 1) double one,
//                                    ^ BOUND_ONE_MINUS_LOG: Bounds.one: @OneMinusLog max (1.0) must be at least 0 and below 1; use @Uniform for other numbers
        @OneMinusLog(min = -0.1) double belowZero,
//                         ^ BOUND_ONE_MINUS_LOG: Bounds.belowZero: @OneMinusLog min (-0.1) must be at least 0 and below 1; use @Uniform for other numbers
        @OneMinusLog(min = 0.9995) double aboveDefault,
//      ^ BOUND_ORDER: Bounds.aboveDefault: @OneMinusLog max (0.999) must be above min (0.9995); swap them, or widen the range
        @Logit(min = 0, max = 0.5) double logitZero,
//                   ^ BOUND_LOGIT: Bounds.logitZero: @Logit min (0.0) must be above 0 and below 1; use @Uniform for other numbers
        @Logit(min = 0.5, max = 1) double logitOne,
//                              ^ BOUND_LOGIT: Bounds.logitOne: @Logit max (1.0) must be above 0 and below 1; use @Uniform for other numbers
        @Uniform(min = 0.5, max = 10) int fraction,
//                     ^ BOUND_FRACTION: Bounds.fraction: @Uniform min (0.5) must be a whole number for int; round it, or make the member a double
        @LogUniform(min = 1, max = 10.5) long fractionLong,
//                                 ^ BOUND_FRACTION: Bounds.fractionLong: @LogUniform max (10.5) must be a whole number for long; round it, or make the member a double
        @Uniform(min = -1, max = 3e9) int tooLarge,
//                               ^ BOUND_INT: Bounds.tooLarge: @Uniform max (3000000000) must be an int, from -2147483648 to 2147483647; make the member a long
        @Uniform(min = -3e9, max = 0) int tooSmall,
//                     ^ BOUND_INT: Bounds.tooSmall: @Uniform min (-3000000000) must be an int, from -2147483648 to 2147483647; make the member a long
        @Uniform(min = 0, max = 1e17) long inexact,
//                              ^ BOUND_LONG: Bounds.inexact: @Uniform max (1.0E17) must be at most 2^53 (9007199254740992) in size; larger numbers are not exact here
        @Uniform(min = Bounds.LOW, max = Bounds.LOW / 2) double constant,
//                                                  ^ BOUND_ORDER: Bounds.constant: @Uniform max (1.5000000000000001E-4) must be above min (3.0000000000000003E-4); swap them, or widen the range
        @Uniform(min = 0, max = 1e300) float hugeFloat,
//                              ^ BOUND_FLOAT: Bounds.hugeFloat: @Uniform max (1.0E300) must keep its meaning as a float, where it is Infinity; make the member a double
        @LogUniform(min = 1e-300, max = 1) float tinyFloat,
//                        ^ BOUND_FLOAT: Bounds.tinyFloat: @LogUniform min (1.0E-300) must keep its meaning as a float, where it is 0.0; make the member a double
        @OneMinusLog(max = 0.999999999999) float nearlyOne,
//                         ^ BOUND_FLOAT: Bounds.nearlyOne: @OneMinusLog max (0.999999999999) must keep its meaning as a float, where it is 1.0; make the member a double
        @Uniform(min = 1, max = 1.00000000001) float same,
//                              ^ BOUND_FLOAT: Bounds.same: @Uniform max (1.00000000001) must keep its meaning as a float, where it is equal to min; make the member a double
        @Size(min = 1, max = 2) @Uniform(min = 7, max = 1) List<Integer> elements) {
//                                                      ^ BOUND_ORDER: Bounds.elements: @Uniform max (1) must be above min (7); swap them, or widen the range
    static final double LOW = 1e-4 * 3;
}
