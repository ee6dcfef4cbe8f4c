// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpaceChangesTests {

    private static final Scope ROOT = Scope.root();
    private static final RealDomain LOG = RealDomain.of(Scale.LOG, 1e-4, 1);
    private static final IntegerDomain UNITS = IntegerDomain.of(Scale.LINEAR, 16, 256);
    private static final ChoiceDomain SOLVER = ChoiceDomain.of("sgd", "adam", "rmsprop");

    static Stream<Arguments> domains() {
        return Stream.of(
                arguments(
                        LOG, RealDomain.of(Scale.LOG, 0.001, 0.1), "narrowed (0.001 to 0.1, log; was 1e-4 to 1, log)"),
                arguments(LOG, RealDomain.of(Scale.LOG, 1e-5, 1), "widened (1e-5 to 1, log; was 1e-4 to 1, log)"),
                arguments(LOG, RealDomain.of(Scale.LOG, 1e-5, 0.5), "moved (1e-5 to 0.5, log; was 1e-4 to 1, log)"),
                arguments(
                        LOG, RealDomain.of(Scale.LINEAR, 1e-4, 1), "on another scale (1e-4 to 1; was 1e-4 to 1, log)"),
                arguments(
                        LOG,
                        RealDomain.of(Scale.LOGIT, 1e-4, 0.5),
                        "narrowed and on another scale (1e-4 to 0.5, logit; was 1e-4 to 1, log)"),
                arguments(
                        RealDomain.of(Scale.LINEAR, 0, 1),
                        RealDomain.stepped(0, 1, 0.25),
                        "with other steps (0 to 1, 5 values; was 0 to 1)"),
                arguments(UNITS, IntegerDomain.of(Scale.LINEAR, 16, 512), "widened (16 to 512; was 16 to 256)"),
                arguments(
                        UNITS,
                        RealDomain.of(Scale.LINEAR, 16, 256),
                        "now a number (16 to 256; was a whole number, 16 to 256)"),
                arguments(
                        UNITS,
                        ChoiceDomain.of("16", "32"),
                        "now a choice (one of 16, 32; was a whole number, 16 to 256)"),
                arguments(SOLVER, ChoiceDomain.of("sgd", "adam", "rmsprop", "lion"), "new choice (lion)"),
                arguments(SOLVER, ChoiceDomain.of("lion"), "new choice (lion), removed choices (sgd, adam, rmsprop)"),
                arguments(
                        SOLVER,
                        ChoiceDomain.of("plain", "adam").formerly("sgd", "plain"),
                        "choice plain renamed from sgd, removed choice (rmsprop)"),
                arguments(SOLVER, ChoiceDomain.of("adam", "sgd", "rmsprop"), "choices in another order"),
                arguments(SOLVER, ChoiceDomain.ordered("sgd", "adam", "rmsprop"), "choices now have an order"),
                arguments(ChoiceDomain.ordered("1", "2"), ChoiceDomain.of("1", "2"), "choices no longer have an order"),
                arguments(
                        ChoiceDomain.of("0"),
                        new ChoiceDomain(
                                IntStream.range(0, 9).mapToObj(String::valueOf).toList(), false),
                        "new choices (1, 2, 3, 4, 5 and 3 more)"),
                arguments(ChoiceDomain.of("a"), ChoiceDomain.of("a", "\u001b[31m\n"), "new choice (\\u001b[31m\\n)"));
    }

    @ParameterizedTest
    @MethodSource("domains")
    void changedDomain_isSaidInWords(Domain then, Domain now, String words) {
        PlainSpace space = new PlainSpace(List.of(parameter(ROOT.child("x"), now)));
        assertThat(changes(new PlainSpace(List.of(parameter(ROOT.child("x"), then))), space))
                .containsExactly("x: " + words);
        assertThat(changes(space, space)).isEmpty();
    }

    @Test
    void addedRemovedAndRenamedParametersAreSaid() {
        PlainSpace then = new PlainSpace(List.of(parameter(ROOT.child("lr"), LOG), parameter(ROOT.child("old"), LOG)));
        PlainSpace now = new PlainSpace(List.of(
                parameter(ROOT.child("momentum"), LOG),
                parameter(ROOT.child("rate", "learningRate", "lr"), RealDomain.of(Scale.LOG, 0.001, 0.1))));
        assertThat(changes(then, now))
                .containsExactly(
                        "momentum: added",
                        "rate: renamed from lr, narrowed (0.001 to 0.1, log; was 1e-4 to 1, log)",
                        "old: removed");
    }

    @Test
    void nameThatIsInUse_isNobodysFormerOne() {
        PlainSpace then = new PlainSpace(List.of(parameter(ROOT.child("a"), LOG)));
        PlainSpace now = new PlainSpace(List.of(parameter(ROOT.child("a"), LOG), parameter(ROOT.child("b", "a"), LOG)));
        assertThat(changes(then, now)).containsExactly("b: added");
    }

    @Test
    void changedConditionIsSaid_butNotOneWhoseParentWasRenamed() {
        Parameter<?> kind = parameter(ROOT.child("kind"), SOLVER);
        Parameter<?> renamed = parameter(
                ROOT.child("solver", "kind"),
                ChoiceDomain.of("sgd", "Adam", "rmsprop").formerly("adam", "Adam"));
        Parameter<?> underAdam = parameter(ROOT.child("beta").when(new Condition.Equal(kind, "adam")), LOG);
        assertThat(changes(
                        new PlainSpace(List.of(kind, underAdam)),
                        new PlainSpace(List.of(
                                renamed,
                                parameter(ROOT.child("beta").when(new Condition.Equal(renamed, "Adam")), LOG)))))
                .containsExactly("solver: renamed from kind, choice Adam renamed from adam");
        assertThat(changes(
                        new PlainSpace(List.of(kind, underAdam)),
                        new PlainSpace(List.of(
                                kind, parameter(ROOT.child("beta").when(new Condition.Equal(kind, "sgd")), LOG)))))
                .containsExactly("beta: exists if kind is sgd (was if kind is adam)");
        assertThat(changes(
                        new PlainSpace(List.of(kind, underAdam)),
                        new PlainSpace(List.of(kind, parameter(ROOT.child("beta"), LOG)))))
                .containsExactly("beta: exists always (was if kind is adam)");
    }

    @Test
    void elementsOfAListOfWhichTheSameIsTrueHaveOneLine() {
        assertThat(changes(list(1, 4, UNITS), list(1, 8, UNITS)))
                .containsExactly("layers.size: widened (1 to 8; was 1 to 4)", "layers[4..7].units: added");
        assertThat(changes(list(1, 3, UNITS), list(1, 3, IntegerDomain.of(Scale.LINEAR, 16, 128))))
                .containsExactly("layers[0..2].units: narrowed (16 to 128; was 16 to 256)");
    }

    @Test
    void anotherOrderOfParametersIsSaid() {
        Parameter<?> a = parameter(ROOT.child("a"), LOG);
        Parameter<?> b = parameter(ROOT.child("b"), UNITS);
        assertThat(changes(new PlainSpace(List.of(a, b)), new PlainSpace(List.of(b, a))))
                .containsExactly("the parameters are in another order");
    }

    @Test
    void changedStartIsSaid() {
        Parameter<Double> rate = Parameter.ofDouble(ROOT.child("rate"), LOG);
        PlainSpace space = new PlainSpace(List.of(rate));
        Optional<Configuration> tenth =
                Optional.of(Configuration.builder().set(rate, 0.1).build());
        Optional<Configuration> fifth =
                Optional.of(Configuration.builder().set(rate, 0.2).build());
        assertThat(SpaceChanges.between(StoredSpace.of(space, tenth), space, fifth))
                .containsExactly("rate: starts at 0.2 (was 0.1)");
        assertThat(SpaceChanges.between(StoredSpace.of(space, tenth), space, tenth))
                .isEmpty();
        assertThat(SpaceChanges.between(StoredSpace.of(space, Optional.empty()), space, tenth))
                .containsExactly("start configuration: added");
        assertThat(SpaceChanges.between(StoredSpace.of(space, tenth), space, Optional.empty()))
                .containsExactly("start configuration: removed");
    }

    @Test
    void manyChangesAreShortened() {
        assertThat(SpaceChanges.inShort(List.of("a", "b"))).isEqualTo("a; b");
        assertThat(SpaceChanges.inShort(List.of("a", "b", "c", "d", "e", "f", "g")))
                .isEqualTo("a; b; c; d; e and 2 more");
    }

    @Test
    void whereNothingElseIsKnown_isSaidThatTheSpaceWasAnother() {
        PlainSpace now = new PlainSpace(List.of(parameter(ROOT.child("a"), LOG)));
        assertThat(SpaceChanges.between(new StoredSpace("0123"), now, Optional.empty()))
                .containsExactly("the search space of Configuration was another one");
        assertThat(SpaceChanges.between(new StoredSpace(now.fingerprint()), now, Optional.empty()))
                .isEmpty();
        assertThat(SpaceChanges.between(
                        new StoredSpace("0123", Map.of("parameters", List.of("none"))), now, Optional.empty()))
                .containsExactly("the search space of Configuration was another one, of which too little can be read:"
                        + " value (none) must be an object");
    }

    private static List<String> changes(PlainSpace then, PlainSpace now) {
        return SpaceChanges.between(StoredSpace.of(then, Optional.empty()), now);
    }

    private static PlainSpace list(int min, int max, IntegerDomain units) {
        Parameter<?> size = parameter(ROOT.child("layers").child("size"), IntegerDomain.of(Scale.LINEAR, min, max));
        List<Parameter<?>> all = new ArrayList<>(List.of(size));
        for (int i = 0; i < max; i++) {
            Scope element = ROOT.child("layers").element(i);
            all.add(parameter(
                    (i < min ? element : element.when(new Condition.AtLeast(size, i + 1))).child("units"), units));
        }
        return new PlainSpace(all);
    }

    private static Parameter<?> parameter(Scope place, Domain domain) {
        if (domain instanceof RealDomain real) {
            return Parameter.ofDouble(place, real);
        }
        return domain instanceof IntegerDomain whole
                ? Parameter.ofLong(place, whole)
                : Parameter.ofChoice(place, (ChoiceDomain) domain, ((ChoiceDomain) domain).choices());
    }
}
