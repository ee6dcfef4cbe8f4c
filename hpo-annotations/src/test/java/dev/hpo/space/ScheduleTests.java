// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hpo.space.TrainSpace.Train;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private final TrainSpace space = new TrainSpace();
    private final Configuration warm = adam(0.1, 0.9);
    private final Configuration fast = adam(0.5, 0.9);
    private final Configuration cool = adam(0.01, 0.95);

    private final Schedule<Train> schedule = Schedule.builder(space)
            .until(10, warm)
            .until(11, fast)
            .until(30, cool)
            .build();

    @Test
    void at_countsAsATrialReports() {
        assertThat(schedule.at(1).rate()).isEqualTo(0.1);
        assertThat(schedule.at(10).rate()).isEqualTo(0.1);
        assertThat(schedule.at(11).rate()).isEqualTo(0.5);
        assertThat(schedule.at(12).rate()).isEqualTo(0.01);
        assertThat(schedule.at(30).rate()).isEqualTo(0.01);
        assertThat(schedule.steps()).isEqualTo(30);
    }

    @Test
    void at_beyondTheEndsGetsTheNearestSegment() {
        assertThat(schedule.at(0)).isSameAs(schedule.at(1));
        assertThat(schedule.at(31)).isSameAs(schedule.at(30));
        assertThat(schedule.at(Long.MAX_VALUE)).isSameAs(schedule.at(30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule.at(-1))
                .withMessage("step (-1) must be at least 0; steps count from 1");
    }

    @Test
    void everyStep_isThatOfTheSegmentAroundIt() {
        Random random = new Random(4);
        Schedule.Builder<Train> builder = Schedule.builder(space);
        List<Configuration> held = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Configuration next = adam(0.01 + random.nextInt(9) * 0.1, 0.9);
            for (int step = 0; step <= random.nextInt(4); step++) {
                held.add(next);
            }
            builder.until(held.size(), next);
        }
        Schedule<Train> many = builder.build();
        for (int step = 1; step <= held.size(); step++) {
            assertThat(many.segmentAt(step).configuration()).isEqualTo(held.get(step - 1));
            assertThat(many.at(step)).isEqualTo(space.decode(held.get(step - 1)));
        }
        assertThat(many.segments()).hasSize(40);
    }

    @Test
    void segments_followOnOneAnother() {
        assertThat(schedule.segments())
                .extracting(Schedule.Segment::from, Schedule.Segment::to, Schedule.Segment::label)
                .containsExactly(tuple(1L, 11L, "1-10"), tuple(11L, 12L, "11-11"), tuple(12L, 31L, "12-30"));
        assertThat(schedule.segments())
                .extracting(Schedule.Segment::configuration)
                .containsExactly(warm, fast, cool);
        assertThatThrownBy(() -> schedule.segments().remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(schedule.space()).isSameAs(space);
        assertThat(schedule.changing()).extracting(Parameter::name).containsExactly("rate", "optimizer.adam.beta");
        assertThat(schedule)
                .asString()
                .startsWith("1-10: rate=0.1, units=64, optimizer=adam, optimizer.adam.beta=0.9, ")
                .contains("; 11-11: rate=0.5, ");
    }

    @Test
    void segments_areEqualByStepsAndConfiguration() {
        Schedule.Segment<Object> segment = new Schedule.Segment<>(1, 3, warm, new Object());
        assertThat(segment)
                .isEqualTo(new Schedule.Segment<>(1, 3, warm, new Object()))
                .hasSameHashCodeAs(new Schedule.Segment<>(1, 3, warm, new Object()))
                .isNotEqualTo(new Schedule.Segment<>(2, 3, warm, segment.value()))
                .isNotEqualTo(new Schedule.Segment<>(1, 4, warm, segment.value()))
                .isNotEqualTo(new Schedule.Segment<>(1, 3, cool, segment.value()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule.Segment<>(0, 3, warm, ""))
                .withMessage("steps (0 to before 3) must begin at 1 or later, and end after they begin");
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule.Segment<>(3, 3, warm, ""));
    }

    @Test
    void schedules_areEqualBySegments() {
        Schedule<Train> same = Schedule.builder(new TrainSpace())
                .until(10, warm)
                .until(11, fast)
                .until(30, cool)
                .build();
        Schedule<Train> longer = Schedule.builder(space)
                .until(10, warm)
                .until(11, fast)
                .until(31, cool)
                .build();
        assertThat(schedule).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(longer);
    }

    @Test
    void builder_keepsNothingOfWhatItBuiltBefore() {
        Schedule.Builder<Train> builder = Schedule.builder(space).until(10, warm);
        Schedule<Train> before = builder.build();
        builder.until(20, cool);
        assertThat(before.segments()).hasSize(1);
        assertThat(builder.build().segments()).hasSize(2);
    }

    @Test
    void steps_mustGoOn() {
        Schedule.Builder<Train> builder = Schedule.builder(space);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.until(0, warm))
                .withMessage("last step (0) must be at least 1, where the segment begins, and below 10^18");
        builder.until(10, warm);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.until(10, warm))
                .withMessage("last step (10) must be at least 11, where the segment begins, and below 10^18");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.until(1_000_000_000_000_000_000L, warm));
        assertThat(builder.until(999_999_999_999_999_999L, warm).build().steps())
                .isEqualTo(999_999_999_999_999_999L);
        assertThatThrownBy(() -> Schedule.builder(space).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("schedule (of no steps) must have a segment; add one with until");
    }

    @Test
    void structure_mayNotChange() {
        Schedule.Builder<Train> builder = Schedule.builder(space).until(10, warm);
        Configuration other = space.configuration(new Train(0.1, 65, "sgd", Optional.empty(), 0.5f, "fast"));
        assertThatThrownBy(() -> builder.until(20, other))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
units must be the same at all steps, as it may not change while a model trains; write the same value, or mark it with @Adjustable
optimizer must be the same at all steps, as it may not change while a model trains; write the same value, or mark it with @Adjustable""");
        assertThat(builder.until(20, cool).build().segments()).hasSize(2);
    }

    @Test
    void configurations_mustFitTheSpace() {
        Configuration empty = Configuration.builder().build();
        assertThatThrownBy(() -> Schedule.builder(space).until(10, empty))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("units must have a value; give 10 to 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.builder(space).until(10, warm).until(20, refused()))
                .withMessage("steps (11-20): rate (0.13) must not be 0.13; nobody dares");
    }

    @Test
    void spaceThatCannotHaveASchedule_isNamed() {
        Parameter<Double> likeSteps =
                Parameter.ofDouble(Scope.root().child("x", "1-10.x"), RealDomain.of(Scale.LINEAR, 0, 1));
        String message =
                "parameter name (1-10.x) must not begin as steps do in a schedule, such as 1-10; begin it with a"
                        + " letter";
        PlainSpace plain = new PlainSpace(List.of(likeSteps));
        assertThatThrownBy(() -> Schedule.builder(plain))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Schedule.read(plain, new StringReader("1-2.x = 1"), "x.properties"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
        PlainSpace decided = new PlainSpace(List.of(space.optimizer.adjustable(), space.beta));
        assertThatThrownBy(() -> Schedule.builder(decided))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("optimizer must not be adjustable");
    }

    @Test
    void refusedSpace_saysSo() {
        Space<?> refused = Space.refused("com.acme.Config", "Config.x: all wrong; mend it");
        assertThatThrownBy(() -> Schedule.load(refused, Path.of("none"))).isInstanceOf(SpaceRefusedException.class);
        assertThatThrownBy(() -> Schedule.loadResource(refused, "none")).isInstanceOf(SpaceRefusedException.class);
    }

    @Test
    void plainSpace_hasASchedule() throws IOException {
        PlainSpace plain = new PlainSpace(space.parameters());
        Schedule<Configuration> plainly =
                Schedule.builder(plain).until(10, warm).until(30, cool).build();
        assertThat(plainly.at(11)).isEqualTo(cool);
        StringBuilder text = new StringBuilder();
        plainly.write("", text);
        assertThat(Schedule.read(plain, new StringReader(text.toString()), "x")).isEqualTo(plainly);
    }

    private Configuration refused() {
        Configuration.Builder builder = Configuration.builder();
        warm.asMap()
                .forEach((name, raw) ->
                        builder.setRaw(space.parameter(name).orElseThrow(), name.equals("rate") ? (Object) 0.13 : raw));
        return builder.build();
    }

    private Configuration adam(double rate, double beta) {
        return space.configuration(new Train(rate, 64, "adam", Optional.of(beta), 0.5f, TrainSpace.STRANGE));
    }
}
