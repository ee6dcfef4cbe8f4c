// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTests {

    private static final Scope PLACE = Scope.root().child("p");

    @Test
    void equalSpaces_haveEqualFingerprints() {
        assertThat(new NetSpace().fingerprint()).matches("[0-9a-f]{32}").isEqualTo(new NetSpace().fingerprint());
    }

    @Test
    void formerNamesAndTexts_areNoPartOfIt() {
        assertThat(choice(PLACE, ChoiceDomain.of("a").formerly("b", "a")))
                .isEqualTo(choice(PLACE, ChoiceDomain.of("a")));
        assertThat(choice(Scope.root().child("p", "q"), ChoiceDomain.of("a")))
                .isEqualTo(choice(PLACE, ChoiceDomain.of("a")));
    }

    @Test
    void whatMayChange_isNoPartOfIt() {
        Parameter<Double> rate = Parameter.ofDouble(PLACE, RealDomain.of(Scale.LINEAR, 1, 3));
        assertThat(new PlainSpace(List.of(rate.adjustable())).fingerprint())
                .isEqualTo(new PlainSpace(List.of(rate)).fingerprint());
    }

    @Test
    void anyDifference_shows() {
        Parameter<String> kind =
                Parameter.ofChoice(Scope.root().child("k"), ChoiceDomain.of("x", "y"), List.of("x", "y"));
        Parameter<Integer> size = Parameter.ofInt(Scope.root().child("s"), IntegerDomain.of(Scale.LINEAR, 0, 3));
        assertThat(Stream.of(
                        real(RealDomain.of(Scale.LINEAR, 1, 3)),
                        real(RealDomain.of(Scale.LINEAR, 1, Math.nextUp(3.0))),
                        real(RealDomain.of(Scale.LOG, 1, 3)),
                        real(RealDomain.stepped(1, 3, 1)),
                        whole(IntegerDomain.of(Scale.LINEAR, 1, 3)),
                        whole(IntegerDomain.of(Scale.LOG, 1, 3)),
                        whole(new IntegerDomain(1, 3, Scale.LOG, 2)),
                        choice(PLACE, ChoiceDomain.of("a", "b")),
                        choice(PLACE, ChoiceDomain.of("b", "a")),
                        choice(PLACE, ChoiceDomain.ordered("a", "b")),
                        choice(PLACE, ChoiceDomain.of("a, b")),
                        choice(PLACE, ChoiceDomain.of("a 1:b")),
                        choice(Scope.root().child("q"), ChoiceDomain.of("a", "b")),
                        choice(PLACE.when(new Condition.Equal(kind, "x")), ChoiceDomain.of("a", "b")),
                        choice(PLACE.when(new Condition.Equal(kind, "y")), ChoiceDomain.of("a", "b")),
                        choice(PLACE.when(new Condition.AtLeast(size, 1)), ChoiceDomain.of("a", "b")),
                        choice(PLACE.when(new Condition.AtLeast(size, 2)), ChoiceDomain.of("a", "b")),
                        new PlainSpace(List.of()).fingerprint()))
                .doesNotHaveDuplicates();
    }

    private static String real(RealDomain domain) {
        return new PlainSpace(List.of(Parameter.ofDouble(PLACE, domain))).fingerprint();
    }

    private static String whole(IntegerDomain domain) {
        return new PlainSpace(List.of(Parameter.ofLong(PLACE, domain))).fingerprint();
    }

    private static String choice(Scope scope, ChoiceDomain domain) {
        return new PlainSpace(List.of(Parameter.ofChoice(scope, domain, domain.choices()))).fingerprint();
    }
}
