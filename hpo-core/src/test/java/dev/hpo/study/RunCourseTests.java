// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.Case;
import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of the parts of a study is the same in each process. */
class RunCourseTests {

    private final StudySpec spec = StudySpec.minimize("points", "distance").withSampler(new OnePoint());

    @Test
    void lambda_isNamedByWhereItIs() {
        Pruner one = judged -> Verdict.KEEP;
        Pruner other = judged -> new Verdict.Stop("always");

        assertThat(pruner(one)).isEqualTo(RunCourseTests.class.getName() + "$$Lambda");
        assertThat(pruner(other)).isEqualTo(pruner(one));
    }

    @Test
    void methodReference_isNamedByWhereItIs() {
        assertThat(pruner(RunCourseTests::keep)).isEqualTo(RunCourseTests.class.getName() + "$$Lambda");
    }

    @Test
    void classOfItsOwn_hasItsNameAndItsText() {
        assertThat(pruner(new Named(3))).isEqualTo(Named.class.getName() + ": Named[patience=3]");
    }

    private String pruner(Pruner pruner) {
        Map<String, String> course = RunCourse.of(PointSpace.SPACE, spec.withPruner(pruner));
        return course.getOrDefault("pruner", "");
    }

    private static Verdict keep(Case judged) {
        return Verdict.KEEP;
    }

    private record Named(int patience) implements Pruner {

        @Override
        public Verdict judge(Case judged) {
            return Verdict.KEEP;
        }
    }
}
