// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.ListParameter;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Search spaces that a sampler must cope with: usual, extreme and degenerate ones. Their instances are configurations. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum TestSpace {
    /** A range on each scale, whole numbers, a step, a float, a boolean and choices, ordered ones too. */
    MIXED(0, mixed()),
    /** No parameter, hence one point. */
    EMPTY(1, List.of()),
    /** A choice of one and a range of one whole number. */
    ONE_POINT(1, List.of(choice("only", 1), whole("five", 5, 5))),
    /** A single continuous parameter. */
    ONE_PARAMETER(0, List.of(real("x", Scale.LINEAR, -5, 5))),
    /** Two hundred continuous parameters. */
    WIDE(
            0,
            IntStream.range(0, 200)
                    .mapToObj(i -> real("x" + i, Scale.LINEAR, 0, 1))
                    .toList()),
    /** Choices only. */
    CATEGORICAL(60, List.of(choice("a", 3), choice("b", 4), choice("c", 5))),
    /** Whole numbers and steps only. */
    WHOLE(60, List.of(whole("a", -1, 1), whole("b", 5, 8), stepped("c", 0, 1, 0.25))),
    /** A chain of choices of two, each of which exists with the first value of the one before: 21 points. */
    DEEP(21, chain(20)),
    /** Two branches, one with a continuous parameter that the other lacks, and a list of up to ten of them. */
    BRANCHES(0, branches()),
    /** A list of up to four choices of three: 1 + 3 + 9 + 27 + 81 points. */
    LIST(121, list(4)),
    /** Bounds that no double lies between. */
    ONE_ULP(
            0,
            List.of(
                    real("linear", Scale.LINEAR, 1, Math.nextUp(1)),
                    real("log", Scale.LOG, 0.1, Math.nextUp(0.1)),
                    real("logit", Scale.LOGIT, 0.5, Math.nextUp(0.5)),
                    real("oneMinusLog", Scale.ONE_MINUS_LOG, 0.9, Math.nextUp(0.9)),
                    Parameter.ofLong(place("wholeLog"), IntegerDomain.of(Scale.LOG, (1L << 53) - 1, 1L << 53)))),
    /** Ranges over very many decades, and the smallest and largest numbers. */
    EXTREME(
            0,
            List.of(
                    real("decades", Scale.LOG, 1e-15, 1e15),
                    real("tiny", Scale.LOG, 1e-300, 1e-290),
                    real("huge", Scale.LINEAR, -1e300, 1e300),
                    real("widest", Scale.LINEAR, -Double.MAX_VALUE, Double.MAX_VALUE),
                    real("all", Scale.LOG, Double.MIN_VALUE, Double.MAX_VALUE),
                    whole("whole", -(1L << 53), 1L << 53),
                    Parameter.ofLong(place("wholeLog"), IntegerDomain.of(Scale.LOG, 1, 1L << 53))));

    private final int points;

    /** A space never changes, though its type cannot say so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Space<Configuration> space;

    TestSpace(int points, List<? extends Parameter<?>> parameters) {
        this.points = points;
        this.space = new PlainSpace(parameters);
    }

    /** Returns the space. */
    public Space<Configuration> space() {
        return space;
    }

    /**
     * Returns the space with the same belief of each parameter.
     *
     * @param position where on the unit interval good values are believed to lie
     * @param spread how vaguely
     */
    Space<Configuration> believed(double position, double spread) {
        return new PlainSpace(space.parameters().stream()
                .map(parameter -> believed(parameter, position, spread))
                .toList());
    }

    private static <T> Parameter<T> believed(Parameter<T> parameter, double position, double spread) {
        T value = parameter.value(parameter.domain().fromUnit(position));
        return parameter.domain() instanceof ChoiceDomain choice && !choice.ordered()
                ? parameter.favouring(value, Math.min(0.9, 1 - spread))
                : parameter.near(value, spread);
    }

    /** Returns how many configurations there are; empty in a space with a continuous parameter. */
    public OptionalInt points() {
        return points == 0 ? OptionalInt.empty() : OptionalInt.of(points);
    }

    private static List<Parameter<?>> mixed() {
        return List.of(
                real("learningRate", Scale.LOG, 1e-4, 1),
                real("momentum", Scale.ONE_MINUS_LOG, 0.9, 0.999),
                real("dropout", Scale.LOGIT, 0.01, 0.99),
                Parameter.ofFloat(place("decay"), RealDomain.of(Scale.LINEAR, 0.1, 0.7)),
                Parameter.ofInt(place("units"), IntegerDomain.of(Scale.LOG, 1, 1000)),
                whole("layers", 2, 4),
                stepped("width", 0, 3, 0.1),
                Parameter.ofChoice(place("bias"), ChoiceDomain.of("false", "true"), List.of(false, true)),
                choice("activation", 5),
                Parameter.ofChoice(place("size"), ChoiceDomain.ordered("s", "m", "l"), List.of("s", "m", "l")));
    }

    private static List<Parameter<?>> chain(int length) {
        List<Parameter<?>> chain = new ArrayList<>();
        Scope scope = Scope.root();
        for (int i = 0; i < length; i++) {
            scope = scope.child("c" + i);
            Parameter<String> parameter = choice(scope, 2);
            chain.add(parameter);
            scope = scope.when(new Condition.Equal(parameter, "v0"));
        }
        return chain;
    }

    private static List<Parameter<?>> branches() {
        List<Parameter<?>> all = new ArrayList<>();
        Parameter<String> optimizer = choice("optimizer", 2);
        all.add(optimizer);
        Scope adam = place("adam").when(new Condition.Equal(optimizer, "v1"));
        all.add(Parameter.ofDouble(adam.child("beta"), RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.9999)));
        new ListParameter<>(
                        adam.child("layers"),
                        1,
                        10,
                        scope -> Parameter.ofInt(scope, IntegerDomain.of(Scale.LINEAR, 50, 100)))
                .forEachParameter(all::add);
        return all;
    }

    private static List<Parameter<?>> list(int max) {
        List<Parameter<?>> all = new ArrayList<>();
        new ListParameter<>(place("list"), 0, max, scope -> choice(scope, 3)).forEachParameter(all::add);
        return all;
    }

    private static Parameter<Double> real(String name, Scale scale, double min, double max) {
        return Parameter.ofDouble(place(name), RealDomain.of(scale, min, max));
    }

    private static Parameter<Double> stepped(String name, double min, double max, double step) {
        return Parameter.ofDouble(place(name), RealDomain.stepped(min, max, step));
    }

    private static Parameter<Long> whole(String name, long min, long max) {
        return Parameter.ofLong(place(name), IntegerDomain.of(Scale.LINEAR, min, max));
    }

    private static Parameter<String> choice(String name, int count) {
        return choice(place(name), count);
    }

    private static Parameter<String> choice(Scope scope, int count) {
        List<String> texts = IntStream.range(0, count).mapToObj(i -> "v" + i).toList();
        return Parameter.ofChoice(scope, new ChoiceDomain(texts, false), texts);
    }

    private static Scope place(String name) {
        return Scope.root().child(name);
    }
}
