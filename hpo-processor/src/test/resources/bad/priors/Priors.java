package bad;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Ordinal;
import dev.hpo.annotations.Prior;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import java.util.List;

class Priors {
    @Prior(near = 0.5, choice = "a")
//                              ^ PRIOR_BOTH: Priors.Both: @Prior choice (a) must not stand beside near; keep the one that fits the domain
    @interface Both {}

    @Uniform(min = 0, max = 1)
    @Prior
//  ^ PRIOR_NONE: Priors.Nothing: @Prior (none) must say where good values lie; write near, with a number, or choice
    @interface Nothing {}

    @Prior(near = 5)
    @interface Five {}

    @SearchSpace
    record Numbers(
            @Uniform(min = 0, max = 1) @Prior(near = 1.5) double above,
//                                                   ^ PRIOR_VALUE: Priors.Numbers.above: @Prior near (1.5) must be in its domain, 0 to 1; change the value or the domain
            @Uniform(min = 0, max = 1) @Prior(near = Double.NaN) float notANumber,
//                                                         ^ PRIOR_VALUE: Priors.Numbers.notANumber: @Prior near (NaN) must be in its domain, 0 to 1; change the value or the domain
            @Uniform(min = 1, max = 4) @Prior(near = 2.5) int fraction,
//                                                   ^ PRIOR_VALUE: Priors.Numbers.fraction: @Prior near (2.5) must be in its domain, a whole number, 1 to 4; change the value or the domain
            @LogUniform(min = 1, max = 4) @Prior(near = 9) long beyond,
//                                                      ^ PRIOR_VALUE: Priors.Numbers.beyond: @Prior near (9) must be in its domain, 1 to 4, log; change the value or the domain
            @Uniform(min = 0, max = 1, step = 0.25) @Prior(near = 0.3) double between,
//                                                                ^ PRIOR_VALUE: Priors.Numbers.between: @Prior near (0.3) must be in its domain, 0 to 1, 5 values; change the value or the domain
            @Uniform(min = 0, max = 1) @Prior(choice = "0.5") double choice,
//                                                     ^ PRIOR_SURPLUS: Priors.Numbers.choice: @Prior choice (0.5) must not be given where the values are a range; write near, with a number
            @Uniform(min = 0, max = 1) @Prior(near = 0.5, choice = "0.5") double both,
//                                                                 ^ PRIOR_BOTH: Priors.Numbers.both: @Prior choice (0.5) must not stand beside near; keep the one that fits the domain
            @Uniform(min = 0, max = 1) @Prior(spread = 0.1) double none,
//                                     ^ PRIOR_NONE: Priors.Numbers.none: @Prior (none) must say where good values lie; write near, with a number, or choice
            @Uniform(min = 0, max = 1) @Prior(near = 0.5, weight = 0.5) double weight,
//                                                                 ^ PRIOR_SURPLUS: Priors.Numbers.weight: @Prior weight (0.5) must not be given where the values have an order; write spread
            @Uniform(min = 0, max = 1) @Prior(near = 0.5, spread = 0) double pointed,
//                                                                 ^ PRIOR_SPREAD: Priors.Numbers.pointed: @Prior spread (0.0) must be above 0 and at most 1; it is a share of the range, so write for instance 0.1
            @Uniform(min = 0, max = 1) @Prior(near = 0.5, spread = 1.5) double flat,
//                                                                 ^ PRIOR_SPREAD: Priors.Numbers.flat: @Prior spread (1.5) must be above 0 and at most 1; it is a share of the range, so write for instance 0.1
            @Uniform(min = 0, max = 1) @Five double five,
//                                     ^ PRIOR_VALUE: Priors.Numbers.five: @Prior near of @Five (5.0) must be in its domain, 0 to 1; change the value or the domain
            @Uniform(min = 0, max = 9) @Five @Prior(near = 1) double twice,
//                                           ^ PRIOR_TWICE: Priors.Numbers.twice: second prior (@Prior) must not stand beside @Prior of @Five; keep one
            @Uniform(min = 0, max = 1) @Both double reportedThere,
            @Nothing double thereToo,
            @Size(min = 1, max = 2) @Uniform(min = 0, max = 1) @Prior(near = 2) List<Double> elements,
//                                                                           ^ PRIOR_VALUE: Priors.Numbers.elements: @Prior near (2.0) must be in its domain, 0 to 1; change the value or the domain
            @Prior(near = 0.5) double noDomain) {}
//                                    ^ NO_DOMAIN: Priors.Numbers.noDomain: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice

    @SearchSpace
    record Listed(
            @Choice({"relu", "tanh"}) @Prior(choice = "rely") String misspelt,
//                                                    ^ PRIOR_CHOICE: Priors.Listed.misspelt: @Prior choice (rely) must be one of the choices; did you mean relu?
            @Prior(choice = "SLOW") Mode mode,
//                          ^ PRIOR_CHOICE: Priors.Listed.mode: @Prior choice (SLOW) must be one of the choices; there are FAST, EXACT
            @Prior(choice = "yes") boolean truth,
//                          ^ PRIOR_CHOICE: Priors.Listed.truth: @Prior choice (yes) must be one of the choices; there are false, true
            @Ordinal({"16", "32"}) @Prior(near = 16) int near,
//                                               ^ PRIOR_SURPLUS: Priors.Listed.near: @Prior near (16.0) must not be given where the values are listed; write choice, with one of them
            @Ordinal({"16", "32"}) @Prior(choice = "16", weight = 0.5) int weight,
//                                                                ^ PRIOR_SURPLUS: Priors.Listed.weight: @Prior weight (0.5) must not be given where the values have an order; write spread
            @Choice({"a", "b"}) @Prior(choice = "a", spread = 0.5) String spread,
//                                                            ^ PRIOR_SURPLUS: Priors.Listed.spread: @Prior spread (0.5) must not be given where the values have no order; write weight
            @Choice({"a", "b"}) @Prior(choice = "a", weight = 1) String certain,
//                                                            ^ PRIOR_WEIGHT: Priors.Listed.certain: @Prior weight (1.0) must be above 0 and at most 0.9; it is a share of the probability, so write for instance 0.5
            @Prior(choice = "FAST") Inner inner,
//          ^ PRIOR_WITHOUT_DOMAIN: Priors.Listed.inner: type (Priors.Inner) must have a domain of its own for @Prior; put it at the members of that type
            @Size(min = 1, max = 2) @Prior(choice = "FAST") List<Inner> inners) {}
//                                  ^ PRIOR_WITHOUT_DOMAIN: Priors.Listed.inners: type (Priors.Inner) must have a domain of its own for @Prior; put it at the members of that type

    enum Mode {
        @Prior(choice = "FAST") FAST,
//      ^ STRAY: Priors.Mode.FAST: @Prior (in enum Mode) must be at a member whose type is the enum; annotate that member
        EXACT
    }

    @SearchSpace
    record Inner(Mode mode) {}

    @SearchSpace
    static class Fields {
        @Prior(near = 0.5) double rate = 0.5;
//                                ^ NO_DOMAIN: Priors.Fields.rate: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice
        @Uniform(min = 0, max = 1) double momentum = 0.5;
    }
}
