// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.DiaryEntry;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Raises pandas, and holds their diaries to what is promised of them: that lines are only ever added at the end. */
final class Pandas {

    final List<String> diary = new ArrayList<>();
    private String reason = "";

    /**
     * Proposes configurations in their order, and keeps what it was last shown.
     *
     * @param shown the configurations of the last history
     */
    record InOrder(List<Configuration> configurations, List<Configuration> shown) implements Sampler {

        InOrder(List<Configuration> configurations) {
            this(configurations, new ArrayList<>());
        }

        @Override
        public Proposal propose(Ask ask) {
            shown.clear();
            ask.history().trials().forEach(trial -> shown.add(trial.configuration()));
            return Proposal.Try.of(configurations.get(ask.history().size()));
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "in order";
        }
    }

    static StudySpec spec(PopulationPlan plan, Sampler starts) {
        return StudySpec.minimize("descent", "loss")
                .withSampler(new PopulationSampler(plan, starts))
                .withPruner(new NopPruner())
                .withTrials(Integer.MAX_VALUE)
                .withSeed(7);
    }

    /** Each line has its parts. */
    private void requireEntries(List<DiaryEntry> entries) {
        assertThat(entries).hasSameSizeAs(diary);
        for (int place = 0; place < entries.size(); place++) {
            DiaryEntry entry = entries.get(place);
            String child = "child " + (entry.child() + 1);
            String day = child + ", day " + entry.day() + ": ";
            String line = diary.get(place);
            switch (entry.event()) {
                case BEGUN -> assertThat(line).startsWith(child + ", day 1: ");
                case KEPT -> assertThat(line).startsWith(day).endsWith("; kept: " + entry.why());
                case NOT_KEPT -> assertThat(line).startsWith(day).endsWith("; not kept: " + entry.why());
                case ALONE -> assertThat(line).startsWith(day).doesNotContain("kept: ");
                case ROLLED_BACK -> assertThat(line).startsWith(day).endsWith("rolled back: " + entry.why());
                case GROWN_UP -> assertThat(line).startsWith(child + ": grown up");
                case GIVEN_UP -> assertThat(line).startsWith(child + ": given up");
            }
            assertThat(line.contains(", unchanged "))
                    .isEqualTo(entry.trials().nudge().isPresent());
        }
    }

    <T> History raised(Space<T> space, StudySpec spec, PopulationPlan plan, ToDoubleFunction<TrialRecord> change)
            throws InterruptedException {
        diary.clear();
        Direction direction = spec.direction();
        try (Study<T> study = Study.open(space, spec)) {
            for (var next = study.ask(); next.isPresent(); next = study.ask()) {
                try {
                    new Sum(plan, change).run(next.get().config(), next.get().trial());
                    study.tell(next.get().trial());
                } catch (IOException e) {
                    study.tell(next.get().trial(), e);
                }
                List<String> now = Diary.lines(plan, study.history(), direction);
                assertThat(now.subList(0, diary.size())).isEqualTo(diary);
                diary.addAll(now.subList(diary.size(), now.size()));
                requireEntries(Diary.entries(plan, study.history(), direction));
            }
            reason = study.endReason().orElse("");
            return study.history();
        }
    }

    /** Returns why the last study ended. */
    String reason() {
        return reason;
    }
}
