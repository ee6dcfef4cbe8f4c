package bad.parts.other;

import dev.hpo.annotations.SearchSpace;

/** The same names in another package. */
public class Parts {
    @SearchSpace
    public record Near(double x) {}
//                            ^ NO_DOMAIN: Parts.Near.x: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice
}
