// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MemberSpaceTests {

    private enum Mode {
        SLOW,
        FAST,
        FASTEST
    }

    /** A class with a constructor that takes what it is to begin with. */
    private static final class Job {
        double share;
        Mode mode;

        Job(double share, Mode mode) {
            this.share = share;
            this.mode = mode;
        }
    }

    /** A space as the annotation processor writes it. */
    private static final class JobSpace extends MemberSpace<Job> {
        final Parameter<Double> share;
        final Parameter<Mode> mode;
        private final Supplier<Job> initial;

        JobSpace(Supplier<Job> initial) {
            this(root(), initial);
        }

        private JobSpace(Scope scope, Supplier<Job> initial) {
            super(Job.class, scope);
            this.share = doubles(linear(0.0, 1.0)).at(scope.child("share"));
            this.mode = constants(Mode.class).at(scope.child("mode"));
            this.initial = initial;
        }

        @Override
        public Job decode(Configuration configuration) {
            Job instance = newFromStart();
            instance.share = this.share.decode(configuration);
            instance.mode = this.mode.decode(configuration);
            return instance;
        }

        @Override
        public void encode(Job instance, Configuration.Builder sink) {
            sink.set(this.share, instance.share);
            sink.set(this.mode, instance.mode);
        }

        @Override
        protected Member[] members() {
            return new Member[] {this.share, this.mode};
        }

        @Override
        public JobSpace at(Scope place) {
            return new JobSpace(place, initial);
        }

        @Override
        public Start<Job> start() {
            return startOf(initial.get());
        }
    }

    private final JobSpace jobs = new JobSpace(() -> new Job(0.5, Mode.FAST));

    @Test
    void membersAreHandedOnInTheirOrder() {
        assertThat(jobs.parameters()).containsExactly(jobs.share, jobs.mode);
        assertThat(jobs.at(Scope.root().child("job")).parameters())
                .extracting(Parameter::name)
                .containsExactly("job.share", "job.mode");
    }

    @Test
    void startMakesInstancesThatShareNothing() {
        Configuration configuration = jobs.configuration(new Job(0.25, Mode.FASTEST));

        Job one = jobs.decode(configuration);
        Job other = jobs.decode(configuration);

        assertThat(one).isNotSameAs(other);
        assertThat(one.share).isEqualTo(0.25);
        assertThat(one.mode).isEqualTo(Mode.FASTEST);
        assertThat(jobs.initial()).hasValueSatisfying(start -> {
            assertThat(start.share).isEqualTo(0.5);
            assertThat(start.mode).isEqualTo(Mode.FAST);
        });
    }

    @Test
    void startThatIsOneInstanceForAllIsRefused() {
        Job only = new Job(0.5, Mode.FAST);
        JobSpace shared = new JobSpace(() -> only);
        Configuration configuration = shared.configuration(new Job(0.25, Mode.SLOW));

        assertThatThrownBy(() -> shared.decode(configuration))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Job: @Initial instance (the same as before) must be a new one each time, for trials are made of it;"
                                + " call the constructor in the method");
        assertThat(only.share).isEqualTo(0.5);
    }

    @Test
    void startThatHandsOutSomeInstancesInTurnIsRefused() {
        List<Job> pool = List.of(new Job(0.5, Mode.FAST), new Job(0.5, Mode.FAST), new Job(0.5, Mode.FAST));
        AtomicInteger calls = new AtomicInteger();
        JobSpace shared = new JobSpace(() -> pool.get(calls.getAndIncrement() % pool.size()));
        Configuration configuration = shared.configuration(new Job(0.25, Mode.SLOW));

        assertThat(shared.decode(configuration)).isSameAs(pool.get(1));
        assertThat(shared.decode(configuration)).isSameAs(pool.get(2));
        assertThatThrownBy(() -> shared.decode(configuration))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Job: @Initial instance (the same as before)");
        assertThat(pool.get(0).share).isEqualTo(0.5);
    }

    @Test
    void startIsAskedOnceForEachInstanceAndOnceMoreBeforeTheFirst() {
        AtomicInteger calls = new AtomicInteger();
        JobSpace counted = new JobSpace(() -> {
            calls.incrementAndGet();
            return new Job(0.5, Mode.FAST);
        });
        Configuration configuration = counted.configuration(new Job(0.25, Mode.SLOW));

        for (int i = 0; i < 100; i++) {
            counted.decode(configuration);
        }

        assertThat(calls).hasValue(101);
    }

    @Test
    void startThatThrowsRejectsNothing() {
        JobSpace throwing = new JobSpace(() -> {
            throw new IllegalArgumentException("no disk");
        });
        Configuration configuration = jobs.configuration(new Job(0.25, Mode.SLOW));

        assertThatThrownBy(() -> throwing.decode(configuration))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Job: @Initial method (java.lang.IllegalArgumentException: no disk) must return a new instance"
                                + " each time, for trials are made of it; let it return one whatever the trial")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void startThatIsNullIsNamed() {
        JobSpace empty = new JobSpace(() -> null);
        Configuration configuration = jobs.configuration(new Job(0.25, Mode.SLOW));

        assertThatThrownBy(() -> empty.decode(configuration))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Job: @Initial method (java.lang.NullPointerException: the @Initial method"
                        + " returned null) must return a new instance each time");
        assertThatThrownBy(empty::start).hasMessage("the @Initial method returned null");
    }

    @Test
    void startOfNewIsNoneIfAMemberIsOut() {
        Start<Job> start = jobs.startOfNew(() -> new Job(2, Mode.SLOW));

        assertThat(start.instance()).isEmpty();
        assertThat(start.reason()).isEqualTo("Job.share (2) is not in 0 to 1");
    }

    @Test
    void rangesHaveTheirScaleAndLevels() {
        assertThat(MemberSpace.linear(-1.0, 1.0)).isEqualTo(new RealDomain(-1, 1, Scale.LINEAR, 0));
        assertThat(MemberSpace.linear(1L, 9L)).isEqualTo(new IntegerDomain(1, 9, Scale.LINEAR, 0));
        assertThat(MemberSpace.log(0.1, 10.0)).isEqualTo(new RealDomain(0.1, 10, Scale.LOG, 0));
        assertThat(MemberSpace.log(1L, 100L)).isEqualTo(new IntegerDomain(1, 100, Scale.LOG, 0));
        assertThat(MemberSpace.log(0.1, 10.0, 3).levels()).isEqualTo(3);
        assertThat(MemberSpace.log(1L, 100L, 3).levels()).isEqualTo(3);
        assertThat(MemberSpace.oneMinusLog(0.9, 0.999).scale()).isEqualTo(Scale.ONE_MINUS_LOG);
        assertThat(MemberSpace.oneMinusLog(0.9, 0.999, 4).levels()).isEqualTo(4);
        assertThat(MemberSpace.logit(0.1, 0.9).scale()).isEqualTo(Scale.LOGIT);
        assertThat(MemberSpace.logit(0.1, 0.9, 5).levels()).isEqualTo(5);
        assertThat(MemberSpace.stepped(0.0, 1.0, 0.25)).isEqualTo(RealDomain.stepped(0, 1, 0.25));
        assertThat(MemberSpace.stepped(0L, 9L, 3L)).isEqualTo(IntegerDomain.stepped(0, 9, 3));
    }

    @Test
    void constantsStandForThemselvesOrForTheTextsGiven() {
        Scope place = Scope.root().child("mode");
        Parameter<Mode> all = MemberSpace.constants(Mode.class).at(place);
        Parameter<Mode> ordered = MemberSpace.orderedConstants(Mode.class).at(place);
        Parameter<Mode> some = MemberSpace.constants(Mode.class, MemberSpace.choices("FAST", "SLOW"))
                .at(place);
        Parameter<Mode> renamed = MemberSpace.constants(Mode.class, MemberSpace.ordered("slow", "fast"), "SLOW", "FAST")
                .at(place);

        assertThat(all.domain()).isEqualTo(ChoiceDomain.of("SLOW", "FAST", "FASTEST"));
        assertThat(ordered.domain()).isEqualTo(ChoiceDomain.ordered("SLOW", "FAST", "FASTEST"));
        assertThat(decoded(some, "FAST")).isEqualTo(Mode.FAST);
        assertThat(decoded(renamed, "fast")).isEqualTo(Mode.FAST);
        assertThatThrownBy(() -> some.raw(Mode.FASTEST)).isInstanceOf(ConfigurationException.class);
    }

    private static <T> T decoded(Parameter<T> parameter, Object raw) {
        return parameter.decode(Configuration.builder().setRaw(parameter, raw).build());
    }

    @Test
    void textsAreReadAsTheirType() {
        Scope place = Scope.root().child("x");
        assertThat(decoded(MemberSpace.doubles(MemberSpace.choices("1e-3", "2")).at(place), "1e-3"))
                .isEqualTo(0.001);
        assertThat(decoded(MemberSpace.ints(MemberSpace.choices("+3", "-4")).at(place), "+3"))
                .isEqualTo(3);
        assertThat(decoded(
                        MemberSpace.longs(MemberSpace.choices("9007199254740993"))
                                .at(place),
                        "9007199254740993"))
                .isEqualTo(9007199254740993L);
        assertThat(decoded(MemberSpace.booleans().at(place), "true")).isTrue();
        assertThat(decoded(MemberSpace.booleans(MemberSpace.choices("true")).at(place), "true"))
                .isTrue();
        assertThat(decoded(MemberSpace.strings(MemberSpace.choices("")).at(place), ""))
                .isEmpty();
    }

    @Test
    void formerTextsAddUp() {
        ChoiceDomain domain = MemberSpace.formerly(
                MemberSpace.formerly(MemberSpace.ordered("low", "high"), "small", "low"), "big", "high");

        assertThat(domain.choices()).containsExactly("low", "high");
        assertThat(domain.ordered()).isTrue();
        assertThat(domain.formerTexts()).containsEntry("small", "low").containsEntry("big", "high");
    }

    @Test
    void textsMayBeCutAnywhere() {
        assertThat(MemberSpace.texts('|', "ab|c", "d|", "|e")).isEqualTo(new String[] {"ab", "cd", "", "e"});
        assertThat(MemberSpace.texts('|', "")).isEqualTo(new String[] {""});
        assertThat(MemberSpace.texts('|', "a|")).isEqualTo(new String[] {"a", ""});
        assertThat(List.of(MemberSpace.texts('\n', "a|b", "c"))).containsExactly("a|bc");
    }
}
