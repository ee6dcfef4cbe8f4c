// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.numeric.Purpose;
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
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Spaces, asks and histories for tests of samplers. */
final class Spaces {

    private Spaces() {}

    static Space<?> of(Parameter<?>... parameters) {
        return new PlainSpace(List.of(parameters));
    }

    static Parameter<Double> real(String name) {
        return Parameter.ofDouble(Scope.root().child(name), RealDomain.of(Scale.LINEAR, 0, 1));
    }

    static Parameter<Long> whole(String name, long min, long max) {
        return Parameter.ofLong(Scope.root().child(name), IntegerDomain.of(Scale.LINEAR, min, max));
    }

    static Parameter<String> choice(Scope scope, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add("v" + i);
        }
        return Parameter.ofChoice(scope, new ChoiceDomain(texts, false), texts);
    }

    /** Five reals on several scales. */
    static Space<?> fiveReals() {
        return of(
                real("a"),
                real("b"),
                real("c"),
                Parameter.ofDouble(Scope.root().child("rate"), RealDomain.of(Scale.LOG, 1e-5, 1)),
                Parameter.ofDouble(Scope.root().child("momentum"), RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.999)));
    }

    /** A list of up to {@code max} choices of {@code count}. */
    static Space<?> list(int min, int max, int count) {
        List<Parameter<?>> all = new ArrayList<>();
        new ListParameter<>(Scope.root().child("list"), min, max, scope -> choice(scope, count))
                .forEachParameter(all::add);
        return new PlainSpace(all);
    }

    /** A tree of choices and ranges, of which each may depend on one or two others, in an order fit for declaration. */
    static Space<?> randomTree(RandomGenerator random) {
        List<Parameter<?>> all = new ArrayList<>();
        int count = random.nextInt(1, 8);
        for (int i = 0; i < count; i++) {
            Scope scope = Scope.root().child("p" + i);
            for (int conditions = random.nextInt(3); conditions > 0 && i > 0; conditions--) {
                scope = scope.when(condition(all.get(random.nextInt(i)), random));
            }
            all.add(
                    random.nextBoolean()
                            ? choice(scope, random.nextInt(1, 4))
                            : Parameter.ofLong(scope, IntegerDomain.of(Scale.LINEAR, 5, 5 + random.nextInt(4))));
        }
        return new PlainSpace(all);
    }

    private static Condition condition(Parameter<?> parent, RandomGenerator random) {
        if (parent.domain() instanceof IntegerDomain && random.nextBoolean()) {
            return new Condition.AtLeast(parent, random.nextLong(5, 10));
        }
        long index = random.nextLong(parent.domain().cardinality());
        return new Condition.Equal(parent, parent.domain().valueAt(index));
    }

    /** All configurations, in the order of declaration with the last varying fastest, from the product of all values. */
    static Set<Configuration> bruteForce(Space<?> space) {
        List<Parameter<?>> parameters = space.parameters();
        long product = parameters.stream()
                .mapToLong(parameter -> parameter.domain().cardinality())
                .reduce(1, Math::multiplyExact);
        Set<Configuration> all = new LinkedHashSet<>();
        for (long number = 0; number < product; number++) {
            long[] rest = {number, product};
            Map<Parameter<?>, Object> values = new HashMap<>();
            for (Parameter<?> parameter : parameters) {
                rest[1] /= parameter.domain().cardinality();
                values.put(parameter, parameter.domain().valueAt(rest[0] / rest[1]));
                rest[0] %= rest[1];
            }
            all.add(space.choose(parameter -> Objects.requireNonNull(values.get(parameter))));
        }
        return all;
    }

    static StudyFacts facts(int trials, long seed) {
        return new StudyFacts("study", Direction.MINIMIZE, seed, trials, 1);
    }

    static TrialRecord running(int number, Proposal.Try proposal) {
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), proposal.notes());
        return TrialRecord.running(new TrialStart(number, proposal.configuration(), 0, origin, Instant.EPOCH));
    }

    static History complete(History history, Proposal.Try proposal, double value) {
        return history.with(running(history.size(), proposal).finished(Outcome.Complete.of(value), Instant.EPOCH));
    }

    static Ask ask(Space<?> space, History history, StudyFacts facts) {
        int number = history.size();
        return new Ask(space, history, facts, number, Purpose.PROPOSAL.generator(facts.seed(), number));
    }
}
